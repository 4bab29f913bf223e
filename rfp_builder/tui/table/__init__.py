"""Tables that are filled like a spreadsheet: a grid, an editor over its cells, and what rows undergo."""
