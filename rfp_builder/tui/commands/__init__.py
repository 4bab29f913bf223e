"""What a person can do in the wizard, one class each: key, name, help, and the doing."""
