"""What the entries of the list of changes are called, but for those called after a field of the experiment."""

ENTRIES = (
    "Run",
    "Step",
    "Epoch",
    "Step back",
    "Go to epoch",
    "Apply update",
    "Reset",
    "New weights",
    "New sample",
    "Open",
    "Remedy",
    "Change",
    "Data",
    "Edit weight",
    "Move weights",
    "Pin run",
    "Rename pin",
    "Remove pin",
    "Load pinned run",
    "Draw points",
    "Erase points",
    "Move point",
    "Jitter points",
    "New drawing",
)
"""In plain English; the window translates them."""
