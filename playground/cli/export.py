"""``playground export``: a target as weights, a graph, a script, a table, a picture or an animation."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType

import numpy as np
from msgspec import Struct

from playground.cli.command import FailedRunError, Parser, UsageError, add_table_options, add_target, table_changes
from playground.cli.model_outputs import Table, add_column, answer, cells, titles
from playground.cli.output_files import distinct, writable
from playground.cli.screenshot import THEMES, size
from playground.cli.telling import hidden_of
from playground.cli.terminal import LANGUAGE, one_line, progress_bar, say, translated
from playground.cli.training_loop import SLICE_SECONDS, Outcome, start, train, trouble
from playground.cli.window import load_app, qt_messages
from playground.files import FileError, Target, check_data, history_csv, open_target, source_files
from playground.files.recognition import is_session
from playground.files.targets import table_source
from playground.main_window.export_writers import DTYPES, Material, there
from playground.main_window.exports import EXPORTS, FILE_KINDS, Export, Source
from playground.messages import Message
from playground.training import Snapshot, TrainingSession
from playground.training.animation import FRAMES, KIND, AnimationFrames, spread
from playground.training.commands import Command
from playground.training.commands.files import StartHistogramPortrait, StartWallAnimation
from playground.training.commands.many import ColorAtlas
from playground.training.many.atlas import KIND as ATLAS
from playground.training.many.atlas import MEASURES
from playground.training.saved.jobs import read_memory


def _write_examples(path: Path, material: Material) -> None:
    """Write a row per example: inputs, target, split, outputs and class."""
    run = there(material.session).run
    dataset, parts = run.examples.dataset, (run.examples.train, run.examples.test)
    X = np.concatenate([part.X for part in parts], axis=1)
    answers = answer(there(material.model), X)
    table: Table = {name: cells(row) for name, row in zip(dataset.input_names, X, strict=True)}
    if dataset.classes:
        labels = [label for part in parts if part.labels is not None for label in part.labels]
        add_column(table, "target", [dataset.classes[label] for label in labels])
    else:
        Y = np.concatenate([run.problem_info.train_Y, run.problem_info.test_Y], axis=1)
        for title, row in zip(titles("target", dataset.output_names), Y, strict=True):
            add_column(table, title, cells(row))
    add_column(table, "split", ["train"] * parts[0].m + ["test"] * parts[1].m)
    answers.add_to(table)
    history_csv(path, table)


EXAMPLES = Export(
    "examples",
    "examples",
    "",
    "",
    "",
    Message("a row per example: inputs, target, split, outputs"),
    (".csv",),
    Source.SESSION,
    _write_examples,
)


ROWS = (*EXPORTS.values(), EXAMPLES)
"""What can be written without a window."""


def _format(ending: str) -> Mapping[str, Export]:
    rows = [row for row in ROWS if ending in row.endings]
    rows.sort(key=lambda row: ending not in row.usual_for)  # otherwise in their order
    return MappingProxyType({row.content: row for row in rows})


FORMATS: Mapping[str, Mapping[str, Export]] = MappingProxyType(
    {ending: found for ending in FILE_KINDS if (found := _format(ending))}
)
"""By its file ending, what a file can hold, by what `--content` calls it; the first is the usual one."""


def usual(ending: str) -> Export:
    """Return what a file of this ending holds if nothing else is asked for."""
    return next(iter(FORMATS[ending].values()))


SCRIPT, GRAPH = ".py", ".onnx"
SHADOWED = ("numpy", "torch")
"""Names that a script cannot bear, since it imports what is called so."""
MOST_PIXELS = 2_000_000
"""Of one frame: an animation is kept in memory before it is written."""


def arguments(parser: Parser) -> None:
    add_target(parser)
    parser.add_argument("out", metavar="OUT", help=Message("the file to write; its ending says what it becomes"))
    parser.add_argument(
        "--format",
        choices=list(FORMATS[SCRIPT]),
        help=Message("what a {script} script computes with; {usual}", script=SCRIPT, usual=usual(SCRIPT).content),
    )
    parser.add_argument(
        "--dtype",
        choices=list(DTYPES),
        help=Message("of the inputs and outputs of an {graph} file; {usual}", graph=GRAPH, usual=DTYPES[0]),
    )
    choices = dict.fromkeys(name for ending in FORMATS for name in _choices(ending))
    parser.add_argument(
        "--content",
        metavar="NAME",
        choices=list(choices),
        help=Message("what the file shows, see below: {names}", names=", ".join(choices)),
    )
    add_table_options(parser)
    parser.add_argument("--size", metavar="WxH", type=size, help=Message("of a picture, in pixels"))
    parser.add_argument(
        "--measure",
        metavar="NAME",
        choices=list(MEASURES),
        help=Message("what colours the pixels of the atlas: {names}", names=", ".join(MEASURES)),
    )
    parser.add_argument("--theme", choices=THEMES, help=Message("colours of a picture; {usual}", usual=THEMES[0]))
    lines = "\n".join(
        f"  {ending if row is usual(ending) else '':6} {name:10} {translated(row.description)}"
        for ending, contents in FORMATS.items()
        for name, row in contents.items()
    )
    parser.epilog = "\n".join(
        (
            f"{translated(Message('endings, and what --content can be there, the usual one first'))}:",
            lines,
            "",
            translated(Message("A preset, an experiment and a table are trained first.")),
            translated(
                Message(
                    "Weights are trained anew only for a history, curves and animations, which tell of the training."
                )
            ),
        )
    )


def run(options: argparse.Namespace) -> int:
    ending = Path(options.out).suffix.lower()
    row = _asked(options, ending)
    out = writable(options.out)
    row.check()
    hidden = hidden_of(options.target)
    if hidden:
        from playground.lessons.masking import REFUSED
        from playground.main_window.telling import tells

        if tells(row, hidden):
            raise UsageError("{target}: {problem}", target=options.target, problem=REFUSED)
    if row.source in _IN_SESSIONS:
        return _from_session(options, out, row, hidden)
    target = open_target(options.target, **table_changes(options))
    for path in source_files(target.experiment.data.source):
        distinct({Message("the data"): path, "OUT": out})
    app = load_app() if row.draws else None  # before the training that would be in vain without it
    made = _prepare(target, row)
    material = Material(
        made.session.run.model() if made.session is not None else target.model,
        made.session,
        made.snapshot,
        made.frames,
        options.theme or THEMES[0],
        options.size,
        options.dtype or DTYPES[0],
    )
    try:
        _write(row, out, material, app)
    except FileError as error:
        raise FailedRunError(error.message) from error
    if made.session is not None and made.outcome is not None and not made.outcome.is_complete:
        raise FailedRunError(
            "{trouble}; {out} shows the last finite state", trouble=trouble(made.outcome, made.session), out=out
        )
    made_of = row.description
    if row.anew and target.model is not None:
        made_of = Message("{content}, trained anew from initial weights", content=made_of)
    say(Message("{file}: {content}", file=one_line(out), content=made_of))
    return 0


_IN_SESSIONS: Mapping[Source, Callable[[Snapshot], object]] = MappingProxyType(
    {
        Source.LESSON: lambda snapshot: snapshot.lesson or snapshot.votes,
        Source.WALL: lambda snapshot: snapshot.work.get("many"),
        Source.WALL_ANIMATION: lambda snapshot: snapshot.work.get("many"),
        Source.ATLAS: lambda snapshot: snapshot.work.get("atlas"),
        Source.RUNS: lambda snapshot: snapshot.pins or snapshot.work.get("many"),
        Source.COMPARE: lambda snapshot: snapshot.work.get("compare"),
    }
)
"""What only a saved session has: what of its snapshot is nothing where it has none."""


def _from_session(options: argparse.Namespace, out: Path, row: Export, hidden: frozenset[str]) -> int:
    """Write what is under way in a session, without what is hidden in it."""
    table_source(options.target, table_changes(options))
    if not is_session(options.target):
        raise UsageError(
            "{target}: only a session (.playground) has {content}; save it in the window",
            target=options.target,
            content=row.description,
        )
    from playground.lessons.masking import Mask

    session = TrainingSession.from_memory(read_memory(options.target))
    if options.measure is not None and session.jobs.kept(ATLAS) is not None:
        ColorAtlas(options.measure).apply(session)
    snapshot = Mask().apply(session.snapshot(), hidden)
    if not _IN_SESSIONS[row.source](snapshot):
        raise UsageError("{target}: this session has none: {content}", target=options.target, content=row.description)
    frames = _frames_of(session, StartWallAnimation(1)) if row.frames else ()
    material = Material(snapshot=snapshot, frames=frames, theme=options.theme or THEMES[0], size=options.size)
    try:
        _write(row, out, material, load_app())
    except FileError as error:
        raise FailedRunError(error.message) from error
    say(Message("{file}: {content}", file=one_line(out), content=row.description))
    return 0


def _frames_of(session: TrainingSession, command: Command) -> tuple[Snapshot, ...]:
    """Let a session draw up the frames that a command asks for, and return them."""
    command.apply(session)
    found = AnimationFrames(1, (), 1)
    with progress_bar(FRAMES, translated(Message("frames")), of=translated(session.experiment.title)[:30]) as show:
        while not (found.complete or found.problem):
            session.jobs.advance(SLICE_SECONDS)
            found = session.jobs.result(KIND, AnimationFrames) or found
            show(round(found.progress * FRAMES), "")
    if found.problem:
        raise FailedRunError("{problem}", problem=found.problem)
    return found.frames


def _choices(ending: str) -> tuple[str, ...]:
    """Return what `--content` can be for an ending; of scripts, `--format` chooses."""
    return tuple(FORMATS[ending]) if len(FORMATS[ending]) > 1 and ending != SCRIPT else ()


def _asked(options: argparse.Namespace, ending: str) -> Export:
    """Return what the file shall hold.

    Raises `UsageError` if there is no such file, or an option is for another kind.
    """
    if ending not in FORMATS:
        raise UsageError("{out}: a file ending in {formats} was expected", out=options.out, formats=", ".join(FORMATS))
    if options.format is not None and options.format not in FORMATS[ending]:
        raise UsageError(
            "{out}: --format {format} is not for a {ending} file; leave it out, or write a {script} file",
            out=options.out,
            format=options.format,
            ending=ending,
            script=SCRIPT,
        )
    if options.dtype is not None and ending != GRAPH:
        raise UsageError("{out}: --dtype is for an {graph} file only", out=options.out, graph=GRAPH)
    if ending == SCRIPT and Path(options.out).stem in SHADOWED:
        raise UsageError("{out}: a script of that name would import itself; another name was expected", out=options.out)
    contents = _choices(ending)
    if options.content is not None and options.content not in contents:
        if not contents:
            raise UsageError("{out}: a {ending} file takes no --content; leave it out", out=options.out, ending=ending)
        raise UsageError(
            "{out}: --content {content} is not for a {ending} file; one of {contents} was expected",
            out=options.out,
            content=options.content,
            ending=ending,
            contents=", ".join(contents),
        )
    asked = options.format or options.content
    row = usual(ending) if asked is None else FORMATS[ending][asked]
    for name in ("size", "theme"):
        if vars(options)[name] is not None and not row.draws:
            raise UsageError("{out}: --{name} is for a picture only", out=options.out, name=name)
    if options.measure is not None and (row.source is not Source.ATLAS or ending == ".csv"):
        raise UsageError("{out}: --measure is for a picture of the atlas only", out=options.out)
    if row.frames and options.size is not None and options.size[0] * options.size[1] > MOST_PIXELS:
        raise UsageError(
            "--size: an animation of at most {most_pixels:,} pixels a frame was expected", most_pixels=MOST_PIXELS
        )
    return row


class _Made(Struct, frozen=True, eq=False):
    """What training came to; all of it empty where nothing had to be trained."""

    session: TrainingSession | None = None
    outcome: Outcome | None = None
    frames: tuple[Snapshot, ...] = ()

    @property
    def snapshot(self) -> Snapshot | None:
        """The last frame, or else the session as it is."""
        if self.frames:
            return self.frames[-1]
        return None if self.session is None else self.session.snapshot()


def _write(row: Export, out: Path, material: Material, app: ModuleType | None) -> None:
    if app is None:
        row.write(out, material)
        return
    with qt_messages():
        app.application(language=LANGUAGE.get().code, offscreen=True)
        row.write(out, material)


def _prepare(target: Target, row: Export) -> _Made:
    if target.model is not None and not row.anew:
        session = start(target) if row.needs_examples else None
        if session is not None:
            _ask(session, row)
        return _Made(session)
    check_data(target)
    session = TrainingSession(target.experiment, None, target.dataset)
    _ask(session, row)
    epochs = target.experiment.training.epochs
    frames: list[Snapshot] = []

    def watch(session: TrainingSession) -> None:
        frames.append(session.snapshot())

    if row.frames:
        watch(session)
        outcome = train(session, epochs, watch=watch, stops=spread(epochs, row.frames))
    else:
        outcome = train(session, epochs)
    if row.source is Source.HISTOGRAMS:
        frames += _frames_of(session, StartHistogramPortrait(1))
    return _Made(session, outcome, tuple(frames))


def _ask(session: TrainingSession, row: Export) -> None:
    """Let a session compute with every snapshot what a figure shows.

    Raises `UsageError` if its problem has no such figure.
    """
    if row.source not in (Source.FIGURE, Source.ANIMATION):
        return
    from playground.views.figures.figure import figure_for

    figure = figure_for(row.content, session.run.problem_info)
    if reason := figure.lacks(session.run.problem_info):
        raise UsageError("--content {name}: {reason}", name=row.content, reason=reason)
    session.observer.queries.ask(figure.queries)
