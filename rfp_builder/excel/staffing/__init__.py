"""The staffing workbook: a plan with live formulas, and its assumptions read back. Confidential."""
