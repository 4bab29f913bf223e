"""Workbooks out and in; what comes in is never trusted."""
