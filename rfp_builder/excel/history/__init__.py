"""A history of contacts from a workbook: through the gate, as texts, to `workload.history`."""
