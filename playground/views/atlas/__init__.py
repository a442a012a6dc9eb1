"""The atlas: two settings are the axes, and every pixel is one training."""
