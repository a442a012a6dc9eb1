"""The controls of forms: one for each kind of field."""
