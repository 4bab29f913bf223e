"""A history of contacts, read from what telephone systems export: CSV here, workbooks in `excel.history`."""
