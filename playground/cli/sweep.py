"""``playground sweep``: many networks at once, over settings and seeds; what came of each, and what that shows."""

import argparse
import shlex
import time
from functools import partial
from pathlib import Path
from typing import Any

from playground.cli.command import (
    TABLE_OPTIONS,
    FailedRunError,
    Parser,
    add_epochs,
    add_json,
    add_settings,
    add_table_options,
    add_target,
    table_changes,
    whole_number,
)
from playground.cli.output_files import distinct, with_ending, writable
from playground.cli.telling import refuse_telling
from playground.cli.terminal import (
    display_width,
    interruption,
    one_line,
    padded,
    progress_bar,
    say,
    say_json,
    translated,
)
from playground.cli.training_loop import SLICE_SECONDS, changed, start
from playground.files import check_data, history_csv, open_target, source_files
from playground.messages import Message, joined
from playground.training.comparison import same_data
from playground.training.many import Group, ManyFrame, ManyNetworks, Member, Plan, Variation
from playground.training.many.frame import table_of, typed
from playground.training.many.summary import SCORES
from playground.training.many.variations import MOST_NETWORKS


def arguments(parser: Parser) -> None:
    add_target(parser)
    parser.add_argument(
        "--vary",
        metavar="KEY=V1,V2,…",
        action="append",
        default=[],
        help=Message(
            "a setting and its values: training.learning_rate=0.01,0.1, 'network.hidden=[2],[4,4]', or a range and how "
            "many values: training.learning_rate=0.001:1:4 (up to three times)"
        ),
    )
    parser.add_argument(
        "--seeds",
        metavar="N",
        type=whole_number(1, MOST_NETWORKS),
        default=1,
        help=Message("networks for each combination: with the experiment's seed and those after it; 1 without it"),
    )
    add_epochs(parser)
    add_settings(parser)
    parser.add_argument("--export", metavar="OUT.csv", help=Message("write a row for each network"))
    add_table_options(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    export = None if options.export is None else writable(with_ending(options.export, ".csv"))
    refuse_telling("sweep", options.target)
    target = open_target(options.target, **table_changes(options))
    experiment = changed(target.experiment, options)
    distinct({"TARGET": Path(options.target) if Path(options.target).suffix else None, "--export": export})
    for path in source_files(experiment.data.source):
        distinct({Message("the data"): path, "--export": export})
    check_data(target, experiment)
    plan = Plan(experiment, tuple(map(Variation.typed, options.vary)), options.seeds)
    many = ManyNetworks(
        plan,
        epochs=options.epochs,
        dataset=target.dataset if same_data(experiment.data, target.experiment.data) else None,
        start=None if target.model is None else partial(start, target),
        watched=False,
    )
    epochs = max(each.training.epochs for _, each in plan.members()) if options.epochs is None else options.epochs
    interrupted = _train(many, epochs, translated(experiment.title))
    frame = many.frame(outputs=False)
    if export is not None:
        history_csv(export, table_of(frame))
    if options.json:
        say_json(result(frame))
    else:
        say(joined(_lines(frame, experiment.title, options, export), "\n"))
    if interrupted:
        raise FailedRunError("stopped at epoch {epoch} of {epochs}", epoch=frame.epoch, epochs=epochs)
    if frame.diverged.all():
        raise FailedRunError("all {n} {n:network|networks} diverged; try smaller learning rates", n=len(frame.members))
    return 0


def result(frame: ManyFrame) -> dict[str, Any]:
    return {
        "score": frame.score_name,
        "runs": [
            {
                "settings": member.settings,
                "seed": member.seed,
                **{name: float(values[place]) for name, values in frame.named.items()},
                "diverged": bool(frame.diverged[place]),
            }
            for place, member in enumerate(frame.members)
        ],
        "groups": [
            {
                "settings": group.settings,
                "mean": group.mean,
                "std": group.std,
                "best": None if group.best is None else float(frame.score[group.best]),
                "worst": None if group.worst is None else float(frame.score[group.worst]),
                "diverged": group.diverged,
                "solved": group.solved,
            }
            for group in frame.groups
        ],
        "shows": [translated(sentence) for sentence in frame.sentences],
        "seconds": frame.seconds,
        "network_updates_per_second": frame.updates_per_second,
    }


def _train(many: ManyNetworks, epochs: int, title: str) -> bool:
    """Train to the end or until somebody asks to stop; return whether that happened."""
    shown = 0.0
    with progress_bar(epochs, translated(Message("epochs")), of=title[:30]) as show, interruption() as wish:
        for _ in many.train():
            if wish.requested:
                break
            if time.perf_counter() - shown > SLICE_SECONDS:
                shown = time.perf_counter()
                words = Message("{n:,} {n:network|networks}", n=int((~many.frozen).sum()))
                show(many.epoch, translated(words))
        if many.done:
            return False
        for _ in many.train(many.epoch + 1):  # so that all stand at the end of an epoch, with their scores
            pass
    return True


def _lines(frame: ManyFrame, title: str, options: argparse.Namespace, export: Path | None) -> list[str]:
    lines: list[str] = [
        Message(
            "{name}: {n:,} {n:network|networks}, {epochs:,} {epochs:epoch|epochs} in {seconds:.2f} s ({speed:,.0f} "
            "updates/s)",
            name=title,
            n=len(frame.members),
            epochs=frame.epoch,
            seconds=frame.seconds,
            speed=frame.updates_per_second,
        ),
        *_table(frame),
        *(Message("  {sentence}", sentence=sentence) for sentence in frame.sentences),
    ]
    if frame.best is not None:
        lines.append(Message("  the best again: {command}", command=_command(frame.members[frame.best], options)))
    if export is not None:
        lines.append(Message("  {kind:8}  {file}", kind=Message("table"), file=one_line(export)))
    return lines


def _command(member: Member, options: argparse.Namespace) -> str:
    """Return the command that trains one of the networks alone."""
    words = [options.target, "--seed", str(member.seed)]
    if options.epochs is not None:
        words += ["--epochs", str(options.epochs)]
    for setting in (*options.set, *(f"{key}={typed(value)}" for key, value in member.settings.items())):
        words += ["--set", setting]
    for option in TABLE_OPTIONS:
        given = vars(options)[f"table_{option.key}"]
        for value in given if option.repeats else [] if given is None else [given]:
            words += [option.flag, str(value)]
    return f"playground train {shlex.join(words)}"


def _table(frame: ManyFrame) -> list[str]:
    """Return a row for each combination of settings."""
    score = SCORES[frame.score_name]
    header = [
        *frame.keys,
        translated(Message("solved")),
        translated(score.label),
        "±",
        translated(Message("best")),
        translated(Message("worst")),
        translated(Message("diverged")),
    ]
    rows = [header, *(_row(group, frame) for group in frame.groups)]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    words = len(frame.keys)
    return [
        "  " + "  ".join(padded(cell, widths[place], right=place >= words) for place, cell in enumerate(row))
        for row in rows
    ]


def _row(group: Group, frame: ManyFrame) -> list[str]:
    score = SCORES[frame.score_name]

    def text(value: float | None) -> str:
        return "-" if value is None else score.text(value)

    return [
        *(translated(value) for value in group.values),
        f"{group.solved}/{len(group.members)}",
        text(group.mean),
        text(group.std),
        *(text(None if place is None else float(frame.score[place])) for place in (group.best, group.worst)),
        str(group.diverged),
    ]
