"""What a step can bring into sight, by the names that the window has for it."""

from playground.files.fields import FIELDS
from playground.training.pairs import PAIRS

CHAIN = "chain"
"""The workspace of the chain rule: its questions speak of the formula there."""
OUTPUT = "output"
"""The page that is the map of the output."""
WORKSPACES = (
    "train",
    "backprop",
    CHAIN,
    "landscape",
    "results",
    "spaces",
    "images",
    "pairs",
    "many",
    "atlas",
    "compare",
)
"""What the middle of the window shows."""
PAGES = (
    *("walk", "follow", "gradient_forms", "check"),  # of Backprop
    *("one", "two", "random", "trajectory", "steps"),  # of the landscape
    *PAIRS,
    *("cost", "health", "runs", "by_hand", "history"),  # at the lower right
    OUTPUT,
)
"""Parts of a workspace, and what stands beside it."""


def is_page(name: str) -> bool:
    """Whether a name is that of a page, of a setting, or of the epoch that a run is to fork at."""
    return name in PAGES or name in FIELDS or name.isdecimal()
