"""The glossary: what every letter and term on screen is."""
