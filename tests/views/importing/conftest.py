"""Tables of a person's own, looked at as the worker does."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from playground.data import inspect_table
from playground.files import CsvSource
from playground.training.import_job import IMPORT, ImportProgress
from playground.views.importing.panel import ImportPanel

IRIS = "length,width,species\n" + "".join(
    f"{4 + kind + row / 50:.2f},{3 - kind / 2 + row % 7 / 10:.1f},{name}\n"
    for row in range(30)
    for kind, name in enumerate(("setosa", "versicolor", "virginica"))
)


@dataclass
class Looker:
    """A panel and what stands for the worker behind it."""

    panel: ImportPanel
    snapshot: object
    commands: list
    folder: Path

    def write(self, content: str | bytes, name: str = "mine.csv") -> str:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def open(self, content: str | bytes, name: str = "mine.csv") -> str:
        path = self.write(content, name)
        self.panel.open_table(path)
        self.answer()
        return path

    def answer(self) -> None:
        """Answer what is asked until nothing else is."""
        asked = None
        while asked != self.panel.queries:
            asked = self.panel.queries
            answers = {question: inspect_table(question.path, question.options) for question in asked}
            self.show(answers=answers)

    def show(self, **changes) -> None:
        self.snapshot = replace(self.snapshot, **changes)
        self.panel.show_snapshot(self.snapshot)

    def work(self, **progress) -> None:
        """Say how far the import is."""
        self.show(work={IMPORT: ImportProgress("mine", CsvSource(csv="mine.csv"), **progress)})

    def adopt(self, source) -> None:
        """Train on a source."""
        experiment = self.snapshot.experiment
        self.show(experiment=replace(experiment, data=replace(experiment.data, source=source)))


@pytest.fixture
def looker(qtbot, make_snapshot, tmp_path) -> Looker:
    panel, commands = ImportPanel(), []
    qtbot.addWidget(panel)
    panel.command_requested.connect(commands.append)
    panel.resize(880, 560)
    panel.show()
    return Looker(panel, make_snapshot("circles"), commands, tmp_path)


@pytest.fixture
def panel(looker) -> ImportPanel:
    return looker.panel
