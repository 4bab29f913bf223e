"""Small windows over a screen that ask for one thing and give one answer."""
