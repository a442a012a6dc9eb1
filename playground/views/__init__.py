"""The panels: each shows a snapshot and says what the person wants."""
