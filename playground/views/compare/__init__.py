"""Two branches of a run, or two runs, side by side: what differs, and where they part."""
