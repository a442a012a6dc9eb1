"""Bringing a table in: what is found in it, which columns to use, and what is in the way."""
