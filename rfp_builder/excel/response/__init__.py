"""The response workbook: what vendors fill in, and reading it back."""
