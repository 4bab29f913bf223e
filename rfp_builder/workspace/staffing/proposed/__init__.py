"""What a plan would fill into the definition, item by item."""
