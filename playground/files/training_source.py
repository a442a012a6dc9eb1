"""A network that is still to be trained, as a PyTorch script or a notebook: data, first weights, cost, optimizer, loop.

The mini-batches are drawn as the program draws them, so that the script comes to the same cost after as many epochs.
"""

import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import Part
from playground.files.disk import write_atomically
from playground.files.errors import FileError
from playground.files.experiment import Experiment, LayerSettings, NetworkSettings, TrainingSettings
from playground.files.export_code import ACTIVATION_CODE
from playground.files.frameworks import FRAMEWORKS
from playground.files.python_source import feature_lines, name_lines, nested
from playground.files.training_code import FIXED, FUSED, LOOP, LOSSES, MASKS, NETWORK, OPTIMIZERS, SCHEDULE, SCHEDULES
from playground.files.weights import Model, Recipe, check_model

NOTEBOOK = ".ipynb"
MOST_NUMBERS = 500_000
"""Numbers of the data that a script may hold: it is still read in a few seconds."""
PYTORCH = FRAMEWORKS["pytorch"]

TOLD = frozenset(
    {
        *("cost", "optimizer", "learning_rate", "batch_size", "l1", "l2", "epochs"),
        *("hidden", "units", "activation", "output_activation", "initializer", "seed", "dtype", "initial"),
        *("schedule", "schedule_epochs", "schedule_factor", "weight_decay", "clip_norm", "dropout"),
        *("frozen", "off"),
        *("stop_at_epochs", "target_cost", "patience"),
    }
)
"""Settings of a training and of a network that the script follows, or that change no update."""


class _Cell(Struct, frozen=True):
    """A piece of the script: what is said of it, and its code."""

    text: str
    code: str


def write_training(path: str | os.PathLike[str], recipe: Recipe) -> None:
    """Write a script, or a notebook where the name ends in `.ipynb`.

    Raises `FileError` if a setting, a cost, an optimizer or a feature has no counterpart, the data are too many numbers
    for a script, or the file cannot be written; an old file is then untouched.
    """
    where = os.fspath(path)
    check_model(recipe.model, where)
    _check(recipe, where)
    cells = _cells(recipe)
    text = _notebook(cells) if Path(where).suffix.lower() == NOTEBOOK else _script(cells)
    write_atomically(path, text.encode())


def _check(recipe: Recipe, where: str) -> None:
    experiment = recipe.model.experiment
    training, network = experiment.training, experiment.network
    sections: dict[str, TrainingSettings | NetworkSettings | LayerSettings] = {"training": training, "network": network}
    sections |= {f"network.hidden[{index}]": layer for index, layer in enumerate(network.hidden)}
    for section, settings in sections.items():
        for field, value in zip(msgspec.structs.fields(settings), msgspec.structs.astuple(settings), strict=True):
            if field.name not in TOLD and value != field.default:
                raise FileError(
                    "{where}: {name} is {value}, which this script cannot follow yet; set it to {usual} first",
                    where=where,
                    name=f"{section}.{field.name}",
                    value=str(value),
                    usual=str(field.default),
                )
    for name, value, known in (
        ("training.optimizer", training.optimizer, OPTIMIZERS),
        ("training.cost", training.cost, LOSSES),
        ("training.schedule", training.schedule, ("constant", *SCHEDULES)),
    ):
        if value not in known:
            raise FileError(
                "{where}: {name} is {value}, which this script cannot follow yet; {known} can be",
                where=where,
                name=name,
                value=value,
                known=", ".join(known),
            )
    numbers = sum(array.size for array in (recipe.X, recipe.Y, recipe.X_test, recipe.Y_test))
    if numbers > MOST_NUMBERS:
        raise FileError(
            "{where}: the data are {numbers:,} numbers, and a script holds at most {most:,}; use fewer examples, or "
            "export the network and the data apart",
            where=where,
            numbers=numbers,
            most=MOST_NUMBERS,
        )


def _cells(recipe: Recipe) -> list[_Cell]:
    model = recipe.model
    experiment = model.experiment
    layers = range(1, len(model.W) + 1)
    sizes = "-".join(str(len(b)) for b in (model.input_mean, *model.b))
    return [
        _Cell(
            f"A network of {sizes} units that PyTorch trains as it was trained here: from the same first weights,\n"
            "with the same data, mini-batches, cost and optimizer, it comes to the same cost after as many epochs.",
            _settings(experiment, model),
        ),
        _Cell(
            "The data: a row of inputs for each example, and of what the network is to learn.",
            "\n".join(
                f"{name} = torch.tensor({_rows(array)}, dtype=torch.{dtype}).reshape(-1, {len(array)})"
                for name, array, dtype in (
                    ("X", recipe.X, "float64"),
                    ("Y", recipe.Y, experiment.network.dtype),
                    ("X_test", recipe.X_test, "float64"),
                    ("Y_test", recipe.Y_test, experiment.network.dtype),
                )
            ),
        ),
        _Cell(
            "The first weights: W1 is (n_1, n_0), b1 is (n_1, 1), and so on.",
            "\n".join(
                f"{name} = {PYTORCH.array.format(nested(array), dtype=array.dtype)}"
                for name, array in model.arrays.items()
            ),
        ),
        _Cell(
            "The network.",
            NETWORK.format(
                functions="\n\n\n".join(
                    f"def {name}(z):\n    return {PYTORCH.expression(ACTIVATION_CODE[name]).format('z')}"
                    for name in dict.fromkeys(model.activations)
                ),
                features="\n".join(f"    {line}" for line in feature_lines(model, PYTORCH)),
                dtype=experiment.network.dtype,
                hidden=" ".join(f"{name}," for name in model.activations[:-1]),
                output=model.activations[-1],
                weights=", ".join(f"W{layer}" for layer in layers),
                biases=", ".join(f"b{layer}" for layer in layers),
            ),
        ),
        _Cell("The cost, and the optimizer that makes it small.", _cost(experiment)),
        _Cell(
            "Training: every epoch the examples are shuffled as here, and cut into mini-batches.",
            _loop(experiment, recipe.shuffle_seed),
        ),
    ]


def _settings(experiment: Experiment, model: Model) -> str:
    training = experiment.training
    more = {
        name: value
        for name, value, used in (
            ("weight_decay", training.weight_decay, training.optimizer == "adamw"),
            ("clip_norm", training.clip_norm, training.clip_norm),
            ("dropout", training.dropout, _drops(experiment)),
        )
        if used
    }
    return "\n".join(
        (
            "import numpy as np",
            "import torch",
            "",
            "torch.set_num_threads(1)  # several are slower for so small a network",
            f"TITLE = {experiment.title!a}",
            *name_lines(model),
            "",
            f"learning_rate = {training.learning_rate!r}",
            f"batch_size = {training.batch_size}",
            f"epochs = {training.epochs}",
            *(f"{name} = {value!r}" for name, value in more.items()),
        )
    )


def _cost(experiment: Experiment) -> str:
    training, output = experiment.training, experiment.network.output_activation
    value = FUSED.get((training.cost, output))
    lines = ["def cost(Z, Y):"]
    if value is None:
        lines.append(f"    A = {output}(Z)")
        value = LOSSES[training.cost]
    lines += [f"    return {value}", "", ""]
    parts = [
        f"{weight!r} * {total}"
        for weight, total in (
            (training.l1, "layer.weight.abs().sum()"),
            (training.l2, "0.5 * (layer.weight**2).sum()"),
        )
        if weight
    ]
    if parts:
        lines += ["def penalty():", f"    return sum({' + '.join(parts)} for layer in network.layers)", "", ""]
    lines.append(f"optimizer = torch.optim.{OPTIMIZERS[training.optimizer]}")
    lines.append(f"minimized = {'lambda Z, Y: cost(Z, Y) + penalty()' if parts else 'cost'}")
    if training.schedule != "constant":
        code = SCHEDULE.format(
            length=training.schedule_epochs, share=training.schedule_factor, code=SCHEDULES[training.schedule]
        )
        lines += ["", "", code]
    if marks := _marks(experiment):
        lines += ["", "", FIXED.format(marks="\n".join(marks))]
    return "\n".join(lines)


def _marks(experiment: Experiment) -> list[str]:
    """Return the lines that mark what is frozen, weights and biases by layers, and switch off what is off."""
    marks = []
    for part in filter(None, map(Part.named, experiment.training.frozen)):
        rows = ":" if part.unit is None else part.unit
        marks += [f"fixed[{2 * part.layer - 2}][{rows}] = fixed[{2 * part.layer - 1}][{rows}] = True"]
    for part in filter(None, map(Part.named, experiment.training.off)):
        columns = ":" if part.unit is None else part.unit
        marks += [
            f"fixed[{2 * part.layer}][:, {columns}] = True",
            f"network.layers[{part.layer}].weight.data[:, {columns}] = 0",
        ]
    return marks


def _drops(experiment: Experiment) -> bool:
    return bool(experiment.training.dropout and experiment.network.hidden)


def _loop(experiment: Experiment, seed: tuple[int, ...]) -> str:
    training, drops = experiment.training, _drops(experiment)
    steps = [
        "optimizer.zero_grad()",
        f"Z = network.scores(F[chosen]{', masks(len(chosen))' if drops else ''})",
        "minimized(Z, Y[chosen]).backward()",
        *(["kept = only_free()"] if _marks(experiment) else []),
        *(["torch.nn.utils.clip_grad_norm_(network.parameters(), clip_norm)"] if training.clip_norm else []),
        "optimizer.step()",
        *(["hold(kept)"] if _marks(experiment) else []),
        *(["schedule.step()"] if training.schedule != "constant" else []),
    ]
    units = [layer.units for layer in experiment.network.hidden]
    return LOOP.format(
        seed=seed,
        masks=MASKS.format(units=units, dtype=experiment.network.dtype) if drops else "",
        steps="\n".join(f"        {step}" for step in steps),
    )


def _rows(columns: NDArray[Any]) -> str:
    """Write examples, columns here, as rows of a nested list."""
    return nested(np.asarray(columns, np.float64).T)


def _script(cells: Sequence[_Cell]) -> str:
    first, *others = cells
    pieces = [f'"""{first.text}"""\n\n{first.code}', *(f"# {cell.text}\n\n{cell.code}" for cell in others)]
    return "\n\n\n".join(pieces) + "\n"


def _notebook(cells: Sequence[_Cell]) -> str:
    """Return the JSON text of a notebook, format 4.5."""
    number = count(1)
    made: list[dict[str, Any]] = []
    for cell in cells:
        made.append(_part("markdown", next(number), cell.text))
        made.append(_part("code", next(number), cell.code) | {"execution_count": None, "outputs": []})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": made,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return msgspec.json.format(msgspec.json.encode(notebook), indent=1).decode() + "\n"


def _part(kind: str, number: int, text: str) -> dict[str, Any]:
    return {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text.splitlines(keepends=True)}
