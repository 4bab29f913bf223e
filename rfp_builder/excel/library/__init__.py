"""What the catalogue offers beside the requirements of a project, as a workbook to look things up in."""
