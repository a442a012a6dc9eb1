"""The panels of the left column: data and settings."""
