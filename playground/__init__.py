"""See a neural network learn: an editable multi-layer perceptron, trained live, open to the inside."""
