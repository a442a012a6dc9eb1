"""The timeline: every recorded state of the training, a drag away."""
