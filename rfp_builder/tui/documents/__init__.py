"""The panes of the documents screen: from the issue to the ranking, and the journal."""
