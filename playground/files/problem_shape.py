"""What goes into the network and what comes out: how many, and what they are called, reading no data."""

import re

from playground.data import GENERATORS, Generator, formula_generator, n_point_classes, output_rows, usual_names
from playground.engine import ACTIVATIONS, Part
from playground.files.experiment import CsvSource, Experiment, FormulaSource, PointsSource, Source

MOST_OUTPUTS = 1000
"""Where only a file not read here can tell how many there are."""
INPUT = re.compile(r"\bx([1-9][0-9]{0,8})\b")


def generator(source: Source) -> Generator | None:
    """Return what draws the examples of a source anew; None where they are what they are.

    Raises
    ------
    DataError
        If it is a formula that cannot be read.
    """
    if isinstance(source, FormulaSource):
        return formula_generator(source.formula, source.domain)
    return GENERATORS.get(source) if isinstance(source, str) else None


def input_count(experiment: Experiment) -> int:
    """Return how many inputs an example has: for a file that was not read yet, as many as the features name."""
    source = experiment.data.source
    if drawn := generator(source):
        return drawn.inputs
    if isinstance(source, PointsSource):
        return len(source.points[0]) - 1
    if experiment.columns is not None:
        return len(experiment.columns)
    if isinstance(source, CsvSource) and source.inputs:
        return len(source.inputs)
    named = [int(index) for formula in experiment.data.features for index in INPUT.findall(formula)]
    return max(named, default=1)


def output_count(experiment: Experiment) -> int | None:
    """Return how many outputs the network needs, None where only a file not read here can tell.

    One for each class, but for two classes a single output that tells yes from no: unless the output activation shares
    its values out among the classes, as softmax does.
    """
    classes = class_count(experiment)
    if classes is None:
        drawn = generator(experiment.data.source)
        return drawn.outputs if drawn else None
    one_each = ACTIVATIONS[experiment.network.output_activation].output_only
    return classes if one_each else output_rows(classes)


def class_count(experiment: Experiment) -> int | None:
    """Return how many classes there are, None for a regression or where nothing here says."""
    source = experiment.data.source
    if drawn := generator(source):
        return len(drawn.classes) or None
    if isinstance(source, PointsSource):
        return n_point_classes(source.points, source.classes)
    return None if experiment.classes is None else len(experiment.classes)


def input_names(experiment: Experiment) -> tuple[str, ...]:
    """Return a name for each input: ``x1`` … ``xn`` where the data have none."""
    return experiment.columns or usual_names(input_count(experiment))


def has_part(experiment: Experiment, name: str, *, hidden: bool = False) -> bool:
    """Whether there is a layer or neuron of a name; `hidden` leaves the output layer out."""
    part, sizes = Part.named(name), [layer.units for layer in experiment.network.hidden]
    if not hidden:
        sizes.append(output_count(experiment) or MOST_OUTPUTS)
    return part is not None and part.layer <= len(sizes) and (part.unit is None or part.unit < sizes[part.layer - 1])


def class_names(experiment: Experiment) -> tuple[str, ...]:
    """Return the names of the classes; empty for regression."""
    source = experiment.data.source
    if experiment.classes is not None:
        return experiment.classes
    if isinstance(source, PointsSource):
        return source.dataset().classes
    drawn = generator(source)
    return drawn.classes if drawn else ()


def output_names(experiment: Experiment, count: int) -> tuple[str, ...]:
    """Return a name for each of so many outputs: the classes, of two that share one output the second; or numbers."""
    source, classes = experiment.data.source, class_names(experiment)
    if len(classes) == 2 and count == 1:
        return classes[1:]
    known = source.label if isinstance(source, CsvSource) else ()
    if drawn := generator(source):
        known = drawn.output_names
    named = next((names for names in (classes, known) if len(names) == count), None)
    return named or tuple(str(i) for i in range(1, count + 1))


def known_names(experiment: Experiment, outputs: int) -> dict[str, tuple[str, ...]]:
    """Return what inputs, so many outputs and, where there are any, classes are called, as exports write it down."""
    names = {
        "inputs": input_names(experiment),
        "outputs": output_names(experiment, outputs),
        "classes": class_names(experiment),
    }
    return {kind: known for kind, known in names.items() if known}
