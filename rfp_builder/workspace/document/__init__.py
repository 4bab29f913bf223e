"""The open project as one edits it: by path, undone, saved without losing a keystroke, others noticed."""
