"""Is the project complete, consistent and worded so that it can be tested? Findings, never exceptions."""
