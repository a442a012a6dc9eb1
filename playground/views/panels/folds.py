"""Which groups of a panel are folded, by name: to be remembered from one start of the program to the next."""

from collections.abc import Iterable, Mapping

from playground.views.panels.group import PanelGroup


def folded_names(groups: Mapping[str, PanelGroup]) -> tuple[str, ...]:
    """Return the names of the groups that are folded."""
    return tuple(name for name, group in groups.items() if group.folded)


def fold_only(groups: Mapping[str, PanelGroup], names: Iterable[str]) -> None:
    """Fold the groups of these names and unfold all others; a name that no group has is passed over."""
    folded = frozenset(names)
    for name, group in groups.items():
        group.fold(name in folded)
