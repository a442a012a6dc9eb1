"""Many networks at once: an experiment over settings and seeds, in one process, while it runs and when it is done."""

from playground.training.many.frame import Group, ManyCurves, ManyFrame, Member
from playground.training.many.many_networks import ManyNetworks
from playground.training.many.variations import Plan, Variation, check_count

__all__ = ["Group", "ManyCurves", "ManyFrame", "ManyNetworks", "Member", "Plan", "Variation", "check_count"]
