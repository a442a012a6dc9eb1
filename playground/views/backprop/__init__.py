"""Backpropagation from the inside: one update walked through, the gradient found in three ways, and checked."""
