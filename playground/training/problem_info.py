"""What of a run stays as it is until its data or its structure change."""

from playground.data.dataset import short_names
from playground.engine import Network
from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.results import ProblemInfo


def problem_info(experiment: Experiment, network: Network, examples: Examples) -> ProblemInfo:
    """Return what stays as it is of a run."""
    dataset = examples.dataset
    classes = short_names(dataset.classes)
    own_outputs = len(dataset.output_names) == examples.n_outputs
    return ProblemInfo(
        problem=dataset.problem,
        classes=classes,
        input_names=short_names(dataset.input_names),
        feature_names=experiment.data.features,
        output_names=short_names(dataset.output_names) if own_outputs else classes,
        sizes=network.sizes,
        activations=network.activations,
        train_X=examples.train.X,
        train_Y=examples.train.Y_in_unit,
        test_X=examples.test.X,
        test_Y=examples.test.Y_in_unit,
        train_labels=examples.train.labels,
        test_labels=examples.test.labels,
        targets=examples.targets,
        domain=examples.domain,
        input_mean=examples.mean,
        input_scale=examples.scale,
        output_mean=examples.output.mean,
        output_scale=examples.output.scale,
        image_shape=dataset.image_shape,
        full_classes=dataset.classes,
        full_input_names=dataset.input_names,
        full_output_names=dataset.output_names if dataset.problem == "regression" else (),
        inputs=dataset.inputs,
        notes=dataset.notes,
    )
