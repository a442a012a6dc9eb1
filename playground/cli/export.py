"""``playground export``: a target as weights, a graph, a script, a table or a picture."""

import argparse
from pathlib import Path
from types import ModuleType

from playground.cli.command import FailedRunError, Parser, UsageError, add_target
from playground.cli.display import load_app, qt_messages
from playground.cli.export_formats import FORMATS, ExportFormat, Material, stops
from playground.cli.output_files import distinct, writable
from playground.cli.terminal import one_line, say
from playground.cli.training_loop import Outcome, start, train, trouble
from playground.files import FileError, Target, check_data, data_file, open_target
from playground.files.frameworks import FRAMEWORKS
from playground.training import Snapshot, TrainingSession

SCRIPT = ".py"


def arguments(parser: Parser) -> None:
    """Add the arguments of `export`."""
    add_target(parser)
    parser.add_argument("out", metavar="OUT", help="the file to write; its ending says what it becomes")
    parser.add_argument(
        "--format", choices=list(FRAMEWORKS), help=f"what a {SCRIPT} script computes with; {next(iter(FRAMEWORKS))}"
    )
    endings = "\n".join(f"  {record.ending:6} {record.description}" for record in FORMATS.values())
    parser.epilog = f"endings:\n{endings}\n\nA preset, an experiment and a table are trained first; weights are not."


def run(options: argparse.Namespace) -> int:
    """Export."""
    ending = Path(options.out).suffix.lower()
    if ending not in FORMATS:
        raise UsageError(f"{options.out}: a file ending in {', '.join(FORMATS)} was expected")
    if options.format is not None and ending != SCRIPT:
        raise UsageError(f"{options.out}: --format is for a {SCRIPT} file only")
    out, record = writable(options.out), FORMATS[ending]
    target = open_target(options.target)
    distinct({"the data": data_file(target.experiment), "OUT": out})
    app = load_app() if record.draws else None  # before the training that would be in vain without it
    session, outcome, frames = _prepare(target, record)
    model = session.model() if session is not None else target.model
    assert model is not None, "without a session there are weights"
    framework = options.format or next(iter(FRAMEWORKS))
    material = Material(model, session, frames, framework)
    try:
        _write(record, out, material, app)
    except FileError as error:
        raise FailedRunError(str(error)) from error
    if session is not None and outcome is not None and not outcome.is_complete:
        raise FailedRunError(f"{trouble(outcome, session)}; {out} shows the last finite state")
    anew = ", trained anew from initial weights" if record.frames and target.model is not None else ""
    say(f"{one_line(out)}: {record.description}{anew}")
    return 0


def _write(record: ExportFormat, out: Path, material: Material, app: ModuleType | None) -> None:
    if app is None:
        record.write(out, material)
        return
    with qt_messages():
        app.application(offscreen=True)
        record.write(out, material)


def _prepare(
    target: Target, record: ExportFormat
) -> tuple[TrainingSession | None, Outcome | None, tuple[Snapshot, ...]]:
    """Train what has to be trained."""
    if target.model is not None and not record.frames:
        return (start(target) if record.needs_examples else None), None, ()
    check_data(target)
    session = TrainingSession(target.experiment)
    epochs = target.experiment.training.epochs
    frames: list[Snapshot] = []

    def watch(session: TrainingSession) -> None:
        frames.append(session.snapshot())

    if record.frames:
        watch(session)
        outcome = train(session, epochs, watch=watch, stops=stops(epochs, record.frames))
    else:
        outcome = train(session, epochs)
    return session, outcome, tuple(frames)
