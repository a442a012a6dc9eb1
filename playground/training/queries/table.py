"""What a table of a person's own data holds, before it is read whole."""

from msgspec import Struct

from playground.data import CsvOptions, TableReport
from playground.training.queries.query import Asked
from playground.training.training_run import TrainingRun


class Inspect(Struct, frozen=True):
    """The preview of a table: looked at once, however long it is asked for.

    Attributes
    ----------
    path
        The file; of a table that was pasted, only what it is called.
    look
        Another number asks again: the file may have changed.
    """

    path: str
    options: CsvOptions
    look: int = 0

    def prepare(self, run: TrainingRun) -> Asked:  # noqa: ARG002 - it is about no run
        from playground.data import inspect_table  # few starts read a table

        preview: TableReport = inspect_table(self.path, self.options)
        return lambda: preview
