"""The rows and the hints for a person who sets the weights by hand."""
