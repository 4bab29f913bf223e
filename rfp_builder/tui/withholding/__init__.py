"""The parts of the screen on which requirements are left out on purpose."""
