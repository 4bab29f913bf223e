"""Headless forms: what the wizard, the plain mode and the workbooks need to know about each question."""
