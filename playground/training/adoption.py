"""A network of another program, put on the data in use where these fit it."""

import msgspec
from msgspec.structs import replace

from playground.data import Dataset
from playground.files import Experiment, Model
from playground.files.foreign import ASSUMED_OUTPUTS, NO_DATA
from playground.messages import Message
from playground.training.training_run import TrainingRun

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
