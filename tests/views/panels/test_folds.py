import pytest

from playground.views.panels.folds import fold_only, folded_names
from playground.views.panels.group import PanelGroup


@pytest.fixture
def groups(qtbot):
    groups = {name: PanelGroup(name) for name in ("one", "two", "three")}
    for group in groups.values():
        qtbot.addWidget(group)
    return groups


def test_only_the_named_are_folded(groups):
    groups["one"].fold(True)
    fold_only(groups, ["three", "no such group"])
    assert folded_names(groups) == ("three",)
    fold_only(groups, ())
    assert folded_names(groups) == ()
