"""Repairs of Textual 8.2 that need its private parts. Each has a test that fails once upstream mends it.

Textual is pinned to a minor version because of this room; nothing else in the wizard touches private names.
"""
