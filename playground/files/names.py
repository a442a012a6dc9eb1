"""What an experiment's inputs, classes and outputs are called, without reading any data."""

from playground.data import GENERATORS
from playground.files.experiment import CsvSource, Experiment, IdxSource, PointsSource
from playground.files.validation import input_count


def input_names(experiment: Experiment) -> tuple[str, ...]:
    """Return a name for each input: ``x1`` … ``xn`` where the data have none."""
    return experiment.columns or tuple(f"x{i}" for i in range(1, input_count(experiment) + 1))


def class_names(experiment: Experiment) -> tuple[str, ...]:
    """Return the names of the classes; empty for regression."""
    source = experiment.data.source
    if experiment.classes is not None or isinstance(source, CsvSource | IdxSource):
        return experiment.classes or ()
    if isinstance(source, PointsSource):
        return source.dataset().classes
    return GENERATORS[source].classes


def output_names(experiment: Experiment, count: int) -> tuple[str, ...]:
    """Return a name for each of so many outputs: the classes, of two that share one output the second; or numbers."""
    source, classes = experiment.data.source, class_names(experiment)
    if len(classes) == 2 and count == 1:
        return classes[1:]
    known = source.label if isinstance(source, CsvSource) else ()
    if isinstance(source, str):
        known = GENERATORS[source].output_names
    named = next((names for names in (classes, known) if len(names) == count), None)
    return named or tuple(str(i) for i in range(1, count + 1))
