"""What a person wants, as the views say it, turned into commands for the worker."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from playground.files import CsvSource, Experiment, IdxSource
from playground.training.commands import ChangeField, Command, EditParameters, GoToMoment, SetPace
from playground.training.commands.importing import StartImport
from playground.training.parameters import Edit

Slots = dict[str, Callable[..., object]]


class Wishes(QObject):
    """Turns the signals of views into commands.

    Parameters
    ----------
    post
        Hands a command to the worker.
    experiment
        Returns the experiment last shown.
    others
        What else a view may signal, and who hears it.
    """

    def __init__(
        self,
        post: Callable[[Command], None],
        experiment: Callable[[], Experiment | None],
        others: Slots,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._post, self._experiment = post, experiment
        own: Slots = {
            "command_requested": self.command,
            "field_changed": self.change_field,
            "parameters_edited": self.edit_parameters,
        }
        self._slots = own | others

    def hear(self, view: Any) -> None:
        """Hear what a view has to say, whichever of these signals it has."""
        for name, slot in self._slots.items():
            if hasattr(view, name):
                getattr(view, name).connect(slot)

    @Slot(object)
    def command(self, command: Command) -> None:
        """Do what a view asks for."""
        self._post(command)

    @Slot(str, object)
    def change_field(self, path: str, value: object) -> None:
        """Change a field; what other data ask for is known only when they are read."""
        if isinstance(value, CsvSource | IdxSource):
            self._post(StartImport(value, self._experiment()))
        else:
            self._post(ChangeField(path, value))

    @Slot(object)
    def edit_parameters(self, edits: tuple[Edit, ...]) -> None:
        """Set weights and biases."""
        self._post(EditParameters(edits))

    @Slot(int)
    def travel(self, index: int) -> None:
        """Go along the list of changes."""
        self._post(GoToMoment(index))

    @Slot(str)
    def choose_pace(self, name: str) -> None:
        """Choose how fast training goes."""
        self._post(SetPace(name))
