"""The whole definition as one workbook: filled in by people who know the work, and read back."""
