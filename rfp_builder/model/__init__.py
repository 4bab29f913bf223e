"""What a project is: frozen pydantic values, no input or output."""
