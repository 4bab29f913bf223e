"""Pieces that screens are made of. None of them holds truth: the document does."""
