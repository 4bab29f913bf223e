"""Findings about a project: what is missing, what contradicts itself, what cannot be tested."""
