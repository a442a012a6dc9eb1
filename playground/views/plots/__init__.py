"""What the plots share: canvas, axes, lines, texts."""
