"""The staffing plan: one road from the forecast over agents, shifts and hiring to the should-cost."""
