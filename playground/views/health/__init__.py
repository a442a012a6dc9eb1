"""The health view: how each layer is doing, what is conspicuous, and the preset that shows it."""
