"""Text as people type it: numbers, dates, folding, cleaning, measuring."""
