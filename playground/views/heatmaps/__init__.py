"""The heatmaps: every layer's gradient, parameters or last update."""
