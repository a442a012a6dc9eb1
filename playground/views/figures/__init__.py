"""Figures for paper and slides: what the program shows, drawn as shapes and texts, in any size."""
