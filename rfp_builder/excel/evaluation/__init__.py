"""The evaluation workbook: the ranking and how it came about, in formulas that can be followed."""
