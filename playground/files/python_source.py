"""A trained network as a Python script that stands alone: weights and a predict function, to be read and run."""

import os
from collections import Counter
from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from playground.data import usual_names
from playground.engine import ACTIVATIONS
from playground.files.disk import write_atomically
from playground.files.errors import FileError, allowed_names, quoted
from playground.files.export_code import ACTIVATION_CODE, Operand, feature_steps
from playground.files.frameworks import CLASSIFY, FRAMEWORKS, Framework
from playground.files.problem_shape import class_names, input_count, known_names
from playground.files.weights import Model, check_model

INLINE_LENGTH = 50
LINE_LENGTH = 110


def write_python(path: str | os.PathLike[str], model: Model, framework: str = "numpy") -> None:
    """Write a model as a Python script whose `predict(rows)` takes one row of inputs per example.

    Raises `FileError` if the framework is unknown, a feature's formula has no counterpart, the model's arrays do not
    belong together, or the file cannot be written; an old file is then untouched.
    """
    if framework not in FRAMEWORKS:
        raise FileError(
            "{framework} is no framework to export to; {known}",
            framework=quoted(framework),
            known=allowed_names(framework, FRAMEWORKS),
        )
    check_model(model, os.fspath(path))
    write_atomically(path, python_source(model, FRAMEWORKS[framework]).encode())


def python_source(model: Model, framework: Framework) -> str:
    """Return the script of a model.

    Raises `FileError` if a feature's formula has no counterpart.
    """
    layers = range(1, len(model.W) + 1)
    parameters = (
        f"{name} = {framework.array.format(nested(array), dtype=array.dtype)}\n" for name, array in model.arrays.items()
    )
    functions = (
        f"def {name}(z):\n    return {framework.expression(ACTIVATION_CODE[name]).format('z')}\n"
        for name in dict.fromkeys(model.activations)
    )
    applied = (
        f"        A = {activation}(W{layer} @ A + b{layer})"
        for layer, activation in zip(layers, model.activations, strict=True)
    )
    return framework.script.format(
        # A name from a file is quoted as data: it can hold neither a line break nor the end of a docstring.
        title=ascii(model.experiment.title),
        names="\n".join(name_lines(model)),
        classify=CLASSIFY.format(middle=_middle(model)) if class_names(model.experiment) else "",
        answer="    print(classify(rows)[0])\n" if class_names(model.experiment) else "",
        sizes="-".join(str(len(b)) for b in (model.input_mean, *model.b)),
        dtype=model.experiment.network.dtype,
        parameters="\n".join(parameters),
        functions="\n\n".join(functions),
        features="\n".join(f"    {line}" for line in feature_lines(model, framework)),
        layers="\n".join(applied),
        weights=", ".join(f"W{layer}" for layer in layers),
        biases=", ".join(f"b{layer}" for layer in layers),
        activations=", ".join(model.activations),
    )


def name_lines(model: Model) -> list[str]:
    """Return what inputs, outputs and classes are called, as lists in Python; a name from a file is quoted as data."""
    return [
        f"{kind} = [{_wrapped([repr(name) for name in names], ' ' * (len(kind) + 4))}]"
        for kind, names in known_names(model.experiment, len(model.b[-1])).items()
    ]


def _middle(model: Model) -> float:
    """Return the value of a single output from which on it says "yes"."""
    return sum(ACTIVATIONS[model.activations[-1]].targets) / 2


def feature_lines(model: Model, framework: Framework) -> list[str]:
    """Return the body of the script's function `features`."""
    formulas = model.experiment.data.features
    if formulas == usual_names(input_count(model.experiment)):
        return [f"return {framework.inputs}"]
    plan = feature_steps(formulas)
    uses = Counter([operand for step in plan.steps for operand in step.operands] + list(plan.features))
    # A constant feature needs some input to take its shape from.
    inputs = {name for name in uses if isinstance(name, str) and name.startswith("x")} or {"x1"}
    lines = [
        f"{name} = {framework.column.format(int(name[1:]) - 1)}" for name in sorted(inputs, key=lambda x: int(x[1:]))
    ]
    texts: dict[str, str] = {}
    for step in plan.steps:
        template = framework.expression(step.code)
        text = template.format(*(_shown(operand, texts, framework, template) for operand in step.operands))
        if uses[step.name] > 1 or len(text) > INLINE_LENGTH:
            lines.append(f"{step.name} = {_bare(text)}")
        else:
            texts[step.name] = text
    first = min(inputs)
    features = [
        framework.constant.format(first, repr(feature))
        if isinstance(feature, float)
        else _bare(texts.get(feature, feature))
        for feature in plan.features
    ]
    return [*lines, f"return {framework.stack.format(_wrapped(features, '        '))}"]


def _shown(operand: Operand, texts: Mapping[str, str], framework: Framework, template: str) -> str:
    return framework.number(operand, template) if isinstance(operand, float) else texts.get(operand, operand)


def _bare(text: str) -> str:
    """Drop the brackets around a whole expression: those that its template begins with."""
    return text[1:-1] if text.startswith("(") else text


def nested(array: NDArray[Any]) -> str:
    """Write a matrix as a nested list; `repr` gives each number all the digits it needs to read back exactly."""
    rows = [f"    [{_wrapped([repr(float(value)) for value in row], '     ')}]," for row in array]
    return "[\n" + "\n".join(rows) + "\n]"


def _wrapped(items: list[str], indent: str) -> str:
    """Join items with commas, breaking lines that become too long."""
    lines, line = [], ""
    for item in items:
        if line and len(indent) + len(line) + len(item) > LINE_LENGTH:
            lines.append(line.rstrip())
            line = ""
        line += f"{item}, "
    return f"\n{indent}".join([*lines, line.rstrip(", ")])
