"""Ratios against plain libraries, taken in one run: `make bench`. No test depends on them."""
