"""Forms, generated from the table of fields."""
