"""What a project is: frozen pydantic values, no input or output.

Modules with values do without `from __future__ import annotations`: pydantic would compile the text of each
of seven hundred fields whenever a project is opened.
"""
