"""Exact arithmetic from grades and prices to a ranking that explains itself."""
