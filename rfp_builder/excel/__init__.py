"""Workbooks out and in: definition, register, responses, score books, evaluation.

What comes in is never trusted.
"""
