"""Where a lesson begins, and the states that it stood at, brought back; no other data are read than it opens itself."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from playground.files import CsvSource, Experiment, IdxSource, Target, open_target, read_preset, source_files
from playground.files.decoding import experiment_from
from playground.lessons.deeds import change_settings, open_chain, with_settings
from playground.lessons.errors import LessonError
from playground.lessons.lesson import Lesson, Start
from playground.lessons.record import State
from playground.training.commands import StartWalkthrough
from playground.training.comparison import same_data
from playground.training.formula import Formula
from playground.training.session import TrainingSession


def opened(start: Start, folder: Path) -> Target:
    """Return the preset or the experiment's file that a lesson begins with.

    Raises `FileError` if it cannot be opened.
    """
    return Target(read_preset(start.preset)) if start.preset else open_target(str(folder / start.experiment))


def open_start(session: TrainingSession, start: Start, folder: Path) -> None:
    """Open what a lesson begins with.

    Raises `FileError`, `DataError` or `TrainingError` if it cannot be opened.
    """
    if start.chain:
        open_chain(session, start.chain)
        return
    target = opened(start, folder)
    session.load(target.experiment, target.model, target.dataset, label="Lesson")
    if start.set:
        change_settings(session, start.set)
    StartWalkthrough(start.example - 1 if start.example else None).apply(session)


def restore(session: TrainingSession, state: State, lesson: Lesson, folder: Path, *, kept: bool = False) -> None:
    """Bring a state back: its experiment, its weights and its formula.

    Raises `FileError`, `DataError`, `TrainingError`, `LessonError` or `ValueError` if it does not fit, or its data are
    not at hand.

    Parameters
    ----------
    lesson, folder
        Whose state it is, and where its file is: no other data are read than those that it opens itself.
    kept
        Whether the run that the session keeps is that of the state: then it comes back with its curves and its way.
    """
    if not (kept and session.return_to_run("Lesson")):
        _train_to(session, state, lesson, folder)
    text, values, preset = state.formula
    session.keep_formula(Formula(text, values, (), preset))
    StartWalkthrough(state.example).apply(session)


def _train_to(session: TrainingSession, state: State, lesson: Lesson, folder: Path) -> None:
    """Put a network in the place of the present one that stands where a state was taken down."""
    experiment, dataset = experiment_from(state.experiment, "lesson"), None
    if same_data(experiment.data, session.experiment.data):
        dataset = session.run.examples.dataset
    elif source_files(experiment.data.source):
        wanted = without_folders(experiment).data.source
        sources = (own.data.source for own in _own(lesson, folder) if without_folders(own).data.source == wanted)
        if (source := next(sources, None)) is None:
            raise LessonError("the data of this step are not those of the session")  # nor is any other file opened
        experiment = replace(experiment, data=replace(experiment.data, source=source))
    session.load(experiment, dataset=dataset, label="Lesson")
    trainer = session.run.trainer
    trainer.restore(state.trainer_state(trainer.state()))


def _own(lesson: Lesson, folder: Path) -> Iterator[Experiment]:
    """Return the experiments that a lesson opens itself."""
    if not lesson.start.chain:
        yield with_settings(opened(lesson.start, folder).experiment, lesson.start.set)
    yield from (read_preset(step.do["preset"]) for step in lesson.steps if "preset" in step.do)


def without_folders(experiment: Experiment) -> Experiment:
    """Return an experiment whose data are named alike wherever their files are."""
    source = experiment.data.source
    if isinstance(source, CsvSource):
        source = replace(source, csv=Path(source.csv).name)
    elif isinstance(source, IdxSource):
        source = replace(source, idx=Path(source.idx).name, labels="")
    return replace(experiment, data=replace(experiment.data, source=source))
