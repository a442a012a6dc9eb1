"""Animations across random changes of data, network and training: an animation comes of each."""

import os
import random
import sys
import warnings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from campaign import campaign

from playground.app import application
from playground.files import presets, read_preset
from playground.messages import RefusalError
from playground.training import TrainingSession
from playground.training.animation import KIND, AnimationFrames
from playground.training.commands import ChangeField, NewWeights, Redo, Scrub, SetParameter, StepBatch, StepEpoch, Undo
from playground.training.commands.files import StartAnimation
from playground.views.figures.figure import FIGURES, figure_for, queries_for
from playground.views.pictures import ANIMATIONS, Animation


def change(session: TrainingSession, draw: random.Random, names: list[str]) -> None:
    """Do one random thing to a session."""
    commands = [
        lambda: ChangeField("data.source", read_preset(draw.choice(names)).data.source),
        lambda: ChangeField("network.hidden", read_preset(draw.choice(names)).network.hidden),
        lambda: ChangeField("training.learning_rate", draw.choice([0.001, 0.1, 5.0])),
        lambda: ChangeField("network.dtype", draw.choice(["float32", "float64"])),
        lambda: SetParameter(1, 0, 0, draw.choice([0.0, -1e300, 1.7e308, 1.0])),
        lambda: Scrub(draw.randrange(6)),
        StepBatch,
        StepEpoch,
        StepEpoch,
        NewWeights,
        Undo,
        Redo,
    ]
    try:
        draw.choice(commands)().apply(session)
    except RefusalError:
        return


def main() -> int:
    """Run the campaign."""
    warnings.simplefilter("ignore")
    _app = application(offscreen=True)
    names = [preset.id for preset in presets()]
    moving = [name for name, figure in FIGURES.items() if figure.moves]

    def attempt(draw: random.Random) -> str:
        session = TrainingSession(read_preset(draw.choice(names)))
        for _ in range(draw.randrange(2, 12)):
            change(session, draw, names)
        name = draw.choice(moving)
        problem_info = session.snapshot().problem_info
        if figure_for(name, problem_info).lacks(problem_info):
            return "refused"
        StartAnimation(1, frames=8, queries=queries_for(name)).apply(session)
        while session.jobs.advance(1.0):
            pass
        drawn = session.snapshot().work[KIND]
        assert isinstance(drawn, AnimationFrames)
        assert drawn.complete, drawn.problem
        animation = Animation(name)
        for frame in drawn.frames:
            animation.add(frame)
        assert animation.encoded(draw.choice(sorted(ANIMATIONS)))
        return "animation"

    return campaign(__doc__ or "", 300, attempt)


if __name__ == "__main__":
    sys.exit(main())
