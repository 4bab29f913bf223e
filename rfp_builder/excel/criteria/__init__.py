"""The evaluation criteria as a workbook: out for editing, and back with a report of what changed."""
