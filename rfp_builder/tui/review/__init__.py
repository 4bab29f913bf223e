"""How the lines of the review are shown."""
