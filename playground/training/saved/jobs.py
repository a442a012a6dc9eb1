"""Saving and opening in slices: a session file as it was, or anything else that an experiment can be."""

from collections.abc import Callable, Collection, Generator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from playground.data import Dataset
from playground.data.reading import finished, portion
from playground.files import CsvSource, Experiment, IdxSource, Model, check_data, open_target, reading
from playground.files.experiment import Source
from playground.files.foreign import ASSUMED_OUTPUTS, NO_DATA
from playground.files.reach import FarFilesError, check_reach
from playground.files.recognition import is_session
from playground.files.sessions.session_file import reading_session, write_session
from playground.messages import Message
from playground.training.jobs import Job
from playground.training.saved import FileProgress
from playground.training.saved.decode import Decoder
from playground.training.session import TrainingSession
from playground.training.session_memory import SessionMemory
from playground.training.training_run import TrainingRun

READING = 0.7
"""Of the whole time, about what it takes to read the file."""

Begin = Callable[[TrainingSession], None]
Reading = Callable[[str, Collection[Path] | None], Generator[float, None, Begin]]
"""Reads a target, telling how far it is, 0 … 1; what it returns begins with what was read."""


def read_memory(path: str) -> SessionMemory:
    """Read a session file at once.

    Raises `FileError` if it is no session, of a newer version, or damaged.
    """
    return finished(_decoding(path))


class OpenJob(Job[FileProgress]):
    """Reads what a person wants to open; a `Job`. What is there stays until all is read and found good.

    Parameters
    ----------
    target
        The name of a session, or what `open_target` takes.
    number
        By which it is known again.
    known
        Files that a person has opened. Any other that is far from the target is not looked at before a person was
        asked, which is the end of the job; None where all may be read.
    reading
        How it is read, where it is something else that rooms above this one know.
    """

    def __init__(
        self, target: str, number: int, known: Collection[Path] | None = None, reading: Reading | None = None
    ) -> None:
        steps = (reading or _reading)(target, known)
        super().__init__(self._opening(steps), FileProgress(target, number), target)
        self._begin: Begin | None = None

    def refused(self, problem: str) -> FileProgress:
        """Return the progress that tells a problem."""
        return replace(self.result, done=True, problem=problem)

    def conclude(self, session: TrainingSession) -> FileProgress | None:
        """Begin with what was read."""
        if self._begin is None:
            return None
        self._begin(session)
        return replace(self.result, fraction=1.0, done=True, changes=session.changes)

    def _opening(
        self, steps: Generator[float, None, Begin]
    ) -> Generator[FileProgress | None, None, FileProgress | None]:
        while True:
            try:
                fraction = next(steps)
            except StopIteration as end:
                self._begin = end.value
                return None
            except FarFilesError as error:
                return replace(self.result, done=True, far=error.files)
            yield self.result.moved(fraction)


def _reading(target: str, known: Collection[Path] | None) -> Generator[float, None, Begin]:
    if is_session(target):
        memory = yield from _decoding(target, known)
        return lambda session: session.restore(memory)
    found = open_target(target)
    dataset = found.dataset
    if dataset is None:
        if known is not None:
            check_reach(found.experiment, Path(target).parent, target, known)
        check_data(found)
        dataset = yield from _data(found.experiment.data.source)

    def begin(session: "TrainingSession") -> None:
        on_data_in_use = None if found.model is None else adopted(found.model, session.run)
        session.load(*(on_data_in_use or (found.experiment, found.model, dataset)))

    return begin


def _data(source: Source) -> Generator[float, None, Dataset | None]:
    """Read the data of an experiment, if they are in a file."""
    if not isinstance(source, CsvSource | IdxSource):
        return None
    current = reading(source)
    while not current.step():
        yield current.progress
    return current.dataset


def _decoding(path: str, known: Collection[Path] | None = None) -> Generator[float, None, SessionMemory]:
    contents = yield from portion(reading_session(path), 0.0, READING)
    for number in range(len(contents.document.experiments) if known is not None else 0):
        check_reach(contents.problems.experiment(number), Path(path).parent, path, known or ())
    return (yield from portion(Decoder(contents).steps(), READING, READING))


ON_DATA_IN_USE = Message(
    "no data came with the network: it is tried on those in use, which have as many inputs and outputs; the output "
    "activation and the cost are theirs"
)


def adopted(model: Model, run: TrainingRun) -> tuple[Experiment, Model, Dataset] | None:
    """Return a network that came without data on those of a run; None if their inputs or outputs are others.

    Its settings are then those of the run, but for the layers; features are standardized as they are there.
    """
    examples, experiment = run.examples, run.experiment
    sizes = model.W[0].shape[1], model.W[-1].shape[0]
    if NO_DATA not in model.notes or sizes != (examples.features.n_features, examples.n_outputs):
        return None
    network = msgspec.structs.replace(model.experiment.network, output_activation=experiment.network.output_activation)
    changed = msgspec.structs.replace(experiment, name=model.experiment.name, description={}, network=network)
    kept = (note for note in model.notes if note not in ASSUMED_OUTPUTS.values())
    notes = tuple(ON_DATA_IN_USE if note == NO_DATA else note for note in kept)
    inputs, outputs = examples.normalisation
    model = replace(model, input_mean=inputs.mean, input_scale=inputs.scale, experiment=changed, notes=notes)
    if outputs is not None:
        model = replace(model, output_mean=outputs.mean, output_scale=outputs.scale)
    dataset = examples.dataset
    earlier = tuple(note for note in dataset.notes if note not in (NO_DATA, ON_DATA_IN_USE, *notes))
    return changed, model, replace(dataset, notes=(*earlier, *notes))


ENCODING = 0.2
"""Of the whole time, about what it takes to say what there is, before it is written."""


class SaveJob(Job[FileProgress]):
    """Writes a session to a file, as it is at the first step; a `Job`. Training goes on meanwhile.

    `number` is told by whoever asked, to know it again.
    """

    def __init__(self, path: Path, session: TrainingSession, number: int) -> None:
        super().__init__(self._saving(path, session), FileProgress(str(path), number), str(path))

    def refused(self, problem: str) -> FileProgress:
        """Return the progress that tells a problem."""
        return replace(self.result, done=True, problem=problem)

    def _saving(self, path: Path, session: TrainingSession) -> Generator[FileProgress | None, None, FileProgress]:
        from playground.training.saved.encode import Encoder  # a start saves nothing

        memory, model = session.memory(), session.run.model()
        yield replace(self.result, changes=session.changes)
        del session
        encoder = Encoder(memory, path.parent)
        steps = encoder.steps()
        count = 1 + sum(len(run.records) for run in (memory.run, *(pin.memory for pin in memory.pins)))
        done = 0
        while True:
            try:
                next(steps)
            except StopIteration as end:
                document = end.value
                break
            done += 1
            yield self.result.moved(min(1.0, done / count) * ENCODING)
        for written in write_session(path, document, encoder.blocks, model):
            yield self.result.moved(ENCODING + (1 - ENCODING) * written)
        return replace(self.result, fraction=1.0, done=True)
