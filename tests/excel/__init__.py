"""Tests of the excel room."""
