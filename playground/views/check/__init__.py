"""The gradient check: backpropagation against central differences, and mistakes to find with it."""

from playground.views.check.view import CheckView

__all__ = ["CheckView"]
