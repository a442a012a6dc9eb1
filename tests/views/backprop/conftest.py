"""A session beside a view: what the view asks for is done, and the next snapshot shown."""

from dataclasses import dataclass, field
from functools import cache

import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.commands import StartWalkthrough
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.walk import Walkthrough

NETWORKS = {
    "default": ("circles", ()),
    "points": ("xor_points", ()),
    "softmax": ("three_spirals", ()),
    "regression": ("sine", ("training.optimizer=sgd",)),
    "deep": ("xor", ("network.hidden=[8,8,8,8,8,8]", "training.l2=0")),
    "smallest": ("plane", ("network.hidden=[]",)),
    "wide": ("xor", ("network.hidden=[64,64]", "training.batch_size=30")),
    "relu_softmax_error": (
        "blobs",
        ("network.hidden[0].activation=relu", "training.cost=squared_error", "training.optimizer=momentum"),
    ),
}


@dataclass(eq=False)
class Desk:
    """A view with the session behind it, without a thread."""

    session: TrainingSession
    view: object
    commands: list[object] = field(default_factory=list)

    def listen(self) -> None:
        self.view.command_requested.connect(self.commands.append)

    def frame(self) -> Snapshot:
        """Do what was asked, and show what came of it."""
        self.view.show_snapshot(self.session.snapshot())
        asked, self.commands[:] = list(self.commands), []
        for command in asked:
            command.apply(self.session)
        snapshot = self.session.snapshot()
        self.view.show_snapshot(snapshot)
        return snapshot


def session_of(name: str, epochs: int = 2) -> TrainingSession:
    preset, changes = NETWORKS[name]
    session = TrainingSession(override(read_preset(preset), changes))
    session.advance(float("inf"), until_epoch=epochs)
    return session


@cache
def _walkthrough(name: str, example: int | None) -> Walkthrough:
    session = session_of(name)
    StartWalkthrough(example).apply(session)
    walkthrough = session.snapshot().walkthrough
    assert walkthrough is not None
    return walkthrough


@pytest.fixture
def make_walkthrough():
    """Return a function that returns the walkthrough of a network of `NETWORKS`."""
    return lambda name="default", example=None: _walkthrough(name, example)


@pytest.fixture(params=NETWORKS)
def network(request) -> str:
    """The name of each network."""
    return request.param


@pytest.fixture(params=NETWORKS)
def walkthrough(request) -> Walkthrough:
    """The walkthrough of a mini-batch, for each network."""
    return _walkthrough(request.param, None)


@pytest.fixture
def make_desk(qtbot):
    """Return a function that opens a view on a session; the views are closed before they go."""
    desks = []

    def make(view_class, name: str = "default", size: tuple[int, int] = (770, 560), shown: bool = True) -> Desk:
        view = view_class()
        qtbot.addWidget(view)
        view.resize(*size)
        desk = Desk(session_of(name), view)
        desks.append(desk)
        desk.listen()
        if shown:
            view.show()
            desk.frame()
        return desk

    yield make
    for desk in desks:
        desk.view.close()
