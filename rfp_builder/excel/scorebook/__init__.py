"""The workbook in which one evaluator scores: written, and read back."""
