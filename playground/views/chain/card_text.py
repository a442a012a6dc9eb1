"""What the card says about a node or an edge, as rich text: the chain rule in its actual numbers."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from playground.expressions import (
    OPERATIONS,
    Evaluation,
    NodeRecord,
    computation_latex,
    expression_latex,
    jacobian,
    local_derivative_latex,
)
from playground.expressions.graph import Array
from playground.expressions.latex import partial_latex, symbol
from playground.messages import Message
from playground.views.chain.gates import brief, is_absorbed, plain, shape_text, short, shown_name
from playground.views.chain.model import Shown
from playground.views.forms.text import translated
from playground.views.formulas.plain import plain_formula
from playground.views.kit.appearance import theme

translate = QCoreApplication.translate

MOST_ROWS, MOST_COLUMNS = 12, 12
LONGEST_LATEX = 240
"""Typesetting takes longer with every sign; a longer formula is left out."""
MOST_PARTS = 12
MOST_PROBLEMS = 3
"""So many of the things that went wrong are told below the graph."""
END = 5
"""So many numbers are shown from each end of a diagonal that is too long for a matrix."""


class CardText(Struct, frozen=True):
    """What a card says.

    `formula`: LaTeX, or nothing.
    """

    title: str
    formula: str
    body: str


def gate_card(shown: Shown, name: str) -> CardText:
    """Describe a node, as far as the passes have come: how its value is computed, then what it sends back."""
    record = shown.evaluation[name]
    if not record.inputs:
        return _source_card(shown, record)
    operation = OPERATIONS[record.operation]
    title = f"<b>{escape(shown_name(name))}</b> &nbsp;{colored(translated(operation.label), theme().muted)}"
    parts = [_numbers(shown, record)]
    if shown.is_forward:
        parts.append(_computation(shown, record))
    else:
        parts.append(_chain(shown, record))
        parts.append(_muted(translated(operation.pattern)))
        if operation.elementwise and any(shown.evaluation[i].value.shape != record.value.shape for i in record.inputs):
            told = translate("ChainView", "An input that is repeated to the value's shape gets the sum of its parts.")
            parts.append(_muted(told))
    if name in shown.computed:
        parts += _troubles(record)
        parts.append(_arrays(record, shown.gradients))
    return CardText(title, _gate_formula(shown, record), "".join(parts))


def wire_card(evaluation: Evaluation, source: str, target: str) -> CardText:
    """Describe the Jacobian across an edge."""
    found = jacobian(evaluation, target, source)
    kind = colored(translate("ChainView", "Jacobian"), theme().muted)
    title = f"<b>{escape(shown_name(source))} → {escape(shown_name(target))}</b> &nbsp;{kind}"
    parts = [f"<p style='margin:2px 0'>{escape(translated(found.description))}</p>"]
    if found.matrix is not None:
        parts.append(matrix_html(found.matrix, theme().text))
    elif found.diagonal is not None:
        kept, whole = found.diagonal.size, found.shape[0] * found.shape[1]
        says = Message("Its diagonal says it all: {kept:,} numbers instead of {whole:,}.", kept=kept, whole=whole)
        parts.append(f"<p style='margin:4px 0'>{escape(translated(says))}</p>")
        ends = np.concatenate([found.diagonal[:END], found.diagonal[-END:]])
        parts.append(_table_html([[*map(brief, ends[:END]), "…", *map(brief, ends[END:])]], theme().text))
    formula = partial_latex(target, source)
    derivative = local_derivative_latex(evaluation, target, source)
    if derivative:
        formula += f" = {derivative}"
    return CardText(title, formula if len(formula) <= LONGEST_LATEX else "", "".join(parts))


def matrix_html(array: Array, color: str) -> str:
    """Return a vector or a matrix as a table, the first rows and columns of a large one."""
    rows = array.reshape(1, -1) if array.ndim < 2 else array
    shown = rows[:MOST_ROWS, :MOST_COLUMNS]
    dots = ["…"] if rows.shape[1] > MOST_COLUMNS else []
    lines = [[*map(brief, row), *dots] for row in shown.tolist()]
    return _table_html(lines + ([["⋮"]] if rows.shape[0] > MOST_ROWS else []), color)


def _table_html(rows: Sequence[Sequence[str]], color: str) -> str:
    edge = f"border-left:1px solid {theme().muted}; border-right:1px solid {theme().muted}"
    lines = ["<tr>" + "".join(f"<td align='right'>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return f"<table cellpadding='2' cellspacing='1' style='color:{color}; {edge}'>{''.join(lines)}</table>"


def colored(text: str, color: str) -> str:
    """Return plain text as coloured rich text."""
    return f"<span style='color:{color}'>{escape(text)}</span>"


def gradient_text(name: str, gradients: Mapping[str, Array | None]) -> str:
    """Return a gradient as it stands, or the word for why there is none."""
    if name not in gradients:
        return translate("ChainView", "not computed yet")
    gradient = gradients[name]
    return translate("ChainView", "undefined") if gradient is None else short(gradient)


def value_of(record: NodeRecord) -> str:
    """Return a value, or the word for why there is none."""
    return short(record.value) if record.is_defined else translate("ChainView", "undefined")


def _numbers(shown: Shown, record: NodeRecord) -> str:
    is_computed = record.name in shown.computed
    value = value_of(record) if is_computed else translate("ChainView", "not computed yet")
    shape = shape_text(record.value.shape)
    beside = colored(f"  {shape}", theme().muted) if shape else ""
    told = translate("ChainView", "value") + f" {colored(value, theme().forward)}{beside}"
    if not shown.is_forward:
        gradient = colored(gradient_text(record.name, shown.gradients), theme().backward)
        told += f" &nbsp; {translate('ChainView', 'gradient')} {gradient}"
    return f"<p style='margin:2px 0'>{told}</p>"


def _muted(text: str) -> str:
    return f"<p style='color:{theme().muted}; margin:4px 0'>{escape(text)}</p>"


def _computation(shown: Shown, record: NodeRecord) -> str:
    """How the value comes from what the node reads, in numbers; nothing before the forward pass has come to it."""
    if record.name not in shown.computed:
        return ""
    computed = plain_formula(computation_latex(shown.evaluation, record.name))
    value = colored(value_of(record), theme().forward)
    return f"<p style='margin:4px 0'>{escape(shown_name(record.name))} = {escape(computed)} = <b>{value}</b></p>"


def _chain(shown: Shown, record: NodeRecord) -> str:
    """Local derivative × upstream = downstream, a row for each input; with arrays, downstream = Jᵀ · upstream."""
    evaluation, gradients, visited = shown.evaluation, shown.gradients, shown.visited
    inputs = [
        (i, name) for i, name in enumerate(record.inputs) if not is_absorbed(evaluation.graph, evaluation.graph[name])
    ]
    if not inputs:
        return ""
    upstream = gradients.get(record.name)
    downstream = translate("ChainView", "downstream")
    if record.value.ndim or any(evaluation[name].value.ndim for _, name in inputs):
        downstream = translate("ChainView", "downstream = Jᵀ · upstream")
    head = "".join(
        f"<td align='center' style='font-size:small'>{word}</td>"
        for word in (
            "",
            translate("ChainView", "local"),
            "",
            translate("ChainView", "upstream"),
            "",
            downstream,
        )
    )
    rows = [f"<tr style='color:{theme().muted}'>{head}</tr>"]
    for i, name in inputs[:MOST_PARTS]:
        local = record.local[i]
        is_array = record.value.ndim or evaluation[name].value.ndim
        if local is not None:
            first = plain(local)
        elif is_array:
            first = f"J {record.value.size}×{evaluation[name].value.size}"
        else:
            first = translate("ChainView", "undefined")
        sent = record.contributions[i] if record.contributions else None
        if upstream is None:
            second = third = gradient_text(record.name, gradients)
        else:
            second = short(upstream)
            if not record.contributions:  # the output does not depend on it
                third = "0"
            elif record.name not in visited:
                third = translate("ChainView", "not computed yet")
            else:
                third = translate("ChainView", "undefined") if sent is None else short(sent)
        cells = (
            f"<td><b>{escape(shown_name(name))}</b></td><td align='right'>{_unbroken(first)}</td>"
            f"<td>{'' if is_array else '×'}</td>"
            f"<td align='right'>{colored(_unbroken(second), theme().backward)}</td><td>{'' if is_array else '='}</td>"
            f"<td align='right'><b>{colored(_unbroken(third), theme().backward)}</b></td>"
        )
        rows.append(f"<tr>{cells}</tr>")
    return f"<table cellpadding='2' cellspacing='0' style='margin:4px 0'>{''.join(rows)}</table>"


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _source_card(shown: Shown, record: NodeRecord) -> CardText:
    """Describe an input or a constant: its gradient is the sum of what comes back over its edges."""
    evaluation, gradients, visited = shown.evaluation, shown.gradients, shown.visited
    kind = translate("ChainView", "an input") if record.operation == "input" else translate("ChainView", "a constant")
    title = f"<b>{escape(shown_name(record.name))}</b> &nbsp;{colored(kind, theme().muted)}"
    parts = [_numbers(shown, record)]
    received = [
        (reader, i)
        for reader in evaluation.graph.consumers[record.name]
        for i, name in enumerate(evaluation[reader].inputs)
        if name == record.name and evaluation[reader].contributions
    ]
    rows = []
    for reader, i in received[:MOST_PARTS]:
        if reader in visited:
            part = evaluation[reader].contributions[i]
            text = translate("ChainView", "undefined") if part is None else short(part)
        else:
            text = translate("ChainView", "not computed yet")
        rows.append(f"<tr><td>{_from(reader)}&nbsp;</td><td align='right'>{colored(text, theme().backward)}</td></tr>")
    if len(received) > 1:
        total = colored(gradient_text(record.name, gradients), theme().backward)
        word = translate("ChainView", "sum")
        rows.append(f"<tr><td>{word}&nbsp;</td><td align='right'><b>{total}</b></td></tr>")
    if rows:
        parts.append(f"<table cellpadding='1' cellspacing='0' style='margin:4px 0'>{''.join(rows)}</table>")
    parts += _troubles(record)
    parts.append(_arrays(record, gradients))
    return CardText(title, "", "".join(parts))


def _from(reader: str) -> str:
    return translate("ChainView", "from {name}").format(name=f"<b>{escape(shown_name(reader))}</b>")


def _troubles(record: NodeRecord) -> Iterable[str]:
    for text, color in ((record.problem, theme().error), (record.note, theme().warning)):
        if text:
            yield f"<p style='margin:4px 0'>{colored(translated(text), color)}</p>"


def _arrays(record: NodeRecord, gradients: Mapping[str, Array | None]) -> str:
    """All numbers of a vector or a matrix and of its gradient."""
    if record.value.ndim == 0:
        return ""
    gradient = gradients.get(record.name)
    word = translate("ChainView", "value")
    parts = [f"<p style='margin:4px 0'>{word}</p>", matrix_html(record.value, theme().forward)]
    if gradient is not None:
        word = translate("ChainView", "gradient")
        parts.append(f"<p style='margin:4px 0'>{word}</p>")
        parts.append(matrix_html(np.asarray(gradient), theme().backward))
    return "".join(parts)


def _gate_formula(shown: Shown, record: NodeRecord) -> str:
    """The node's own formula, and for the backward pass its local derivatives."""
    evaluation, graph = shown.evaluation, shown.evaluation.graph
    formula = f"{symbol(record.name)} = {expression_latex(graph, record.name)}"
    for name in () if shown.is_forward else dict.fromkeys(record.inputs):
        if is_absorbed(graph, graph[name]):
            continue
        derivative = local_derivative_latex(evaluation, record.name, name)
        part = rf" \qquad {partial_latex(record.name, name)} = {derivative}"
        if len(formula) + len(part) > LONGEST_LATEX:
            break
        formula += part if derivative else ""
    return formula if len(formula) <= LONGEST_LATEX else ""


def key_text(evaluation: Evaluation) -> str:
    """Return what the colours of a graph mean, and above it what went wrong."""
    output = shown_name(evaluation.graph.output)
    of = f"sum({output})" if evaluation.output.value.ndim else output
    entries = (
        (theme().forward, "■", translate("ChainView", "value, above")),
        (theme().backward, "■", translate("ChainView", "gradient ∂{output}/∂…, below").format(output=of)),
        (theme().hatch, "▨", translate("ChainView", "not computed yet")),
    )
    key = " &nbsp; ".join(f"{colored(sign, color)} {colored(text, theme().muted)}" for color, sign, text in entries)
    sentence = translate("ChainView", "{name}, line {line}: {problem}")
    problems = [
        sentence.format(name=shown_name(record.name), line=record.node.line, problem=translated(record.problem))
        for record in evaluation.problems
    ]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS - 1] += f"  (+{len(problems) - MOST_PROBLEMS})"
    return "<br>".join([*(colored(problem, theme().error) for problem in problems[:MOST_PROBLEMS]), key])
