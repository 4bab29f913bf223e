"""From a history of contacts to those of coming years, months, days and intervals, with an honest error."""
