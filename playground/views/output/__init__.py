"""The output view: decision boundary, surface or curve, with the examples."""
