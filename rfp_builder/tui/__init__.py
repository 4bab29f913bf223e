"""The wizard: a Textual front end over workspace, forms and catalogue. It decides nothing."""
