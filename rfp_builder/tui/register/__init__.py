"""How the requirements of the register are shown."""
