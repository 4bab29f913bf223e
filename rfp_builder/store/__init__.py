"""The project folder: atomic saves, a lock, a revision, and a journal that cannot be bent."""
