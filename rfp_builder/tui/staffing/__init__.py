"""Staffing and should-cost: the panes of the screen, and the plan that is at hand."""
