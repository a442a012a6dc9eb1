"""A check view on a real session: what it asks for is done at once."""

import numpy as np
import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.views.check import CheckView
from playground.views.formulas import Typesetter


class Bench:
    """A session, the view of its checks, and the commands that went between them."""

    def __init__(self, session, view):
        self.session, self.view, self.commands, self.number = session, view, [], 0
        view.command_requested.connect(self.take)

    def take(self, command):
        self.commands.append(command)
        command.apply(self.session)

    def show(self):
        self.number += 1
        self.view.show_snapshot(self.session.snapshot(number=self.number))

    def finish(self):
        while self.session.jobs.advance(1.0):
            pass
        self.show()

    @property
    def report(self):
        return self.session.snapshot().gradient_check


@pytest.fixture
def make_bench(qtbot):
    def make(preset="circles", size=(770, 540), epochs=3, **overrides):
        texts = [f"{path}={value}" for path, value in overrides.items()]
        session = TrainingSession(override(read_preset(preset), texts))
        session.advance(float("inf"), until_epoch=epochs)
        view = CheckView(rng=np.random.default_rng(0))
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        Typesetter.of_application().finish()
        bench = Bench(session, view)
        bench.show()
        return bench

    return make


@pytest.fixture
def bench(make_bench):
    return make_bench()
