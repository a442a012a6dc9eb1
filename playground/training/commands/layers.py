"""What a person may want to know of every layer, as far as it takes longer than a frame."""

from playground.training.commands.command import Kind
from playground.training.inspection import ABLATION
from playground.training.session import TrainingSession


def _start_histograms(session: TrainingSession) -> None:
    """Count how weights, activations and gradients are spread at the recorded epochs."""
    session.inspection.count_histograms(session.timeline.records, session.run)


def _start_ablation(session: TrainingSession) -> None:
    """Switch off every hidden neuron and layer in turn, on a copy."""
    from playground.training.ablation_job import AblationJob  # a start of the program needs none of it

    session.jobs.start(ABLATION, AblationJob(session.run))


StartHistograms = Kind(_start_histograms)
StartAblation = Kind(_start_ablation)
