"""The presets of the chain rule, each with the numbers of the worked example it shows."""

import json
import math

import numpy as np
import pytest

from playground.expressions import OPERATIONS, evaluate, fold, jacobian, parse, total_derivative, total_jacobian
from playground.files import FileError, folder
from playground.files.chain_presets import (
    chain_preset_paths,
    chain_presets,
    decode_chain_preset,
    find_formula,
    read_chain_preset_file,
    read_formula_file,
)
from playground.files.presets import preset_paths

GOOD = {
    "schema_version": 1,
    "name": {"en": "Two gates"},
    "description": {"en": "Add, then multiply."},
    "text": "q = x + y\nf = q*z",
    "values": {"x": -2, "y": 5, "z": -4},
}

PRESETS = {preset.id: preset for preset in chain_presets()}


def evaluated(preset_id, **changes):
    preset = PRESETS[preset_id]
    return evaluate(parse(preset.text), {**preset.arrays, **changes})


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def test_every_file_is_a_preset_and_every_typed_example_is_shown():
    found = chain_presets()
    assert {preset.id for preset in found} == {path.stem for path in (folder("presets") / "chain").glob("*.json")}
    assert [preset.examples for preset in found] == sorted(preset.examples for preset in found)
    shown = {example for preset in found for example in preset.examples}
    assert shown == {1, 2, 3, 6, 7, 8, 9, 11, 13, 17, 18, 19, 20, 21, 22, 23}


@pytest.mark.parametrize("preset_id", list(chain_preset_paths()))
def test_a_preset_speaks_both_languages_and_is_defined_everywhere(preset_id):
    preset = PRESETS[preset_id]
    assert read_chain_preset_file(chain_preset_paths()[preset_id]).typed == preset.typed  # its formula is checked too
    for language in ("en", "ko"):
        assert preset.named(language)
        assert preset.described(language)
    assert preset.named("ko") != preset.named("en")
    assert preset.named("fr") == preset.named("en")
    graph = fold(parse(preset.text), preset.folded)
    evaluation = evaluate(graph, preset.arrays)
    assert evaluation.problems == ()
    assert set(preset.values) == set(graph.inputs)


@pytest.mark.parametrize("t", [0.5, 1.0, 2.0])
def test_example_1(t):
    evaluation = evaluated("along_a_curve", t=t)
    assert evaluation["t"].gradient == pytest.approx(math.e * math.cos(t - 1), rel=1e-13)
    assert total_derivative(evaluation, "t").count == 3


@pytest.mark.parametrize("t", [-1.0, 0.5, 3.0])
def test_example_2(t):
    assert evaluated("three_in_a_row", t=t)["t"].gradient == pytest.approx(-10 * t)


def test_example_3():
    evaluation = evaluated("product_of_jacobians")
    chain = [total_jacobian(evaluation, *pair) for pair in (("f", "x"), ("x", "u"), ("u", "t"))]
    assert [part.shape for part in chain] == [(1, 2), (2, 2), (2, 1)]
    product = chain[0].matrix @ chain[1].matrix @ chain[2].matrix
    assert product == pytest.approx(np.array([[evaluation["t"].gradient]]))


def test_example_6():
    evaluation = evaluated("two_gates")
    assert evaluation["f"].value == -12
    assert {name: evaluation[name].gradient for name in "qzxy"} == {"q": -4, "z": 3, "x": -4, "y": -4}


def test_example_7():
    evaluation = evaluated("sigmoid_gates")
    values = {"p": -2, "q": 6, "r": 4, "s": 1, "t": -1, "u": 0.36787944117144233, "v": 1.3678794411714423}
    values["L"] = 0.7310585786300049
    gradients = {"v": -0.534446645388523, "u": -0.534446645388523, "t": -0.19661193324148188}
    gradients |= dict.fromkeys(["s", "r", "p", "q", "w2"], 0.19661193324148188)
    gradients |= {"w0": -0.19661193324148188, "x0": 0.39322386648296376}
    gradients |= {"w1": -0.39322386648296376, "x1": -0.5898357997244457}
    for name, value in values.items():
        assert evaluation[name].value == pytest.approx(value, rel=1e-15), name
    for name, gradient in gradients.items():
        assert evaluation[name].gradient == pytest.approx(gradient, rel=1e-15), name


def test_example_8():
    preset = PRESETS["sigmoid_folded"]
    folded = evaluate(fold(parse(preset.text), preset.folded), preset.values)
    apart = evaluate(parse(preset.text), preset.values)
    assert folded["L"].operation == "sigmoid"
    assert folded["L"].value == pytest.approx(0.7310585786300049, rel=1e-15)
    assert abs(folded["s"].gradient - apart["s"].gradient) <= 3e-17


def test_example_9():
    evaluation = evaluated("gate_patterns")
    assert {name: evaluation[name].gradient for name in "pq"} == {"p": 2, "q": 2}  # add distributes
    assert (evaluation["x"].gradient, evaluation["y"].gradient) == (2 * -4, 2 * 3)  # multiply switches
    assert (evaluation["z"].gradient, evaluation["w"].gradient) == (2, 0)  # max routes


def test_example_11():
    evaluation = evaluated("relu_of_a_vector")
    found = jacobian(evaluation, "y", "x")
    x = evaluation["x"].value
    np.testing.assert_array_equal(x, np.linspace(-1, 1, 4096))
    assert found.description == "∂y/∂x is 4096 × 4096, diagonal; not built"
    np.testing.assert_array_equal(found.diagonal, (x > 0).astype(float))
    np.testing.assert_array_equal(evaluation["x"].gradient, 2 * np.maximum(x, 0))
    small = evaluated("relu_of_a_vector", x=[1.0, -2.0, 0.0])
    np.testing.assert_array_equal(jacobian(small, "y", "x").matrix, np.diag([1.0, 0, 0]))


def test_example_17():
    """One iteration as the document writes it: the output's weight first, then the earlier one; the error falls."""
    evaluation = evaluated("one_iteration")
    values = {name: float(record.value) for name, record in evaluation.records.items()}
    a1, a2, y = values["a1"], values["a2"], values["y"]
    delta = (a2 - y) * a2 * (1 - a2)
    assert evaluation["w2"].gradient == pytest.approx(delta * a1)
    assert evaluation["w1"].gradient == pytest.approx(delta * values["w2"] * a1 * (1 - a1) * values["x"])
    moved = {name: values[name] - 0.5 * float(evaluation[name].gradient) for name in ("w1", "w2")}
    assert evaluated("one_iteration", **moved)["E"].value < evaluation["E"].value


@pytest.mark.parametrize(("s", "t"), [(0.5, 1.2), (-1.0, 0.3)])
def test_example_18(s, t):
    evaluation = evaluated("two_inputs", s=s, t=t)
    x, y = s - math.sin(t), math.exp(s) + math.cos(t)
    assert evaluation["s"].gradient == pytest.approx(2 * x - 2 * y * math.exp(s), rel=1e-12)
    assert evaluation["t"].gradient == pytest.approx(-2 * x * math.cos(t) + 2 * y * math.sin(t), rel=1e-12)


def test_example_19():
    evaluation = evaluated("vectors")
    s, t = evaluation["s"].value, evaluation["t"].value
    np.testing.assert_allclose(evaluation["s"].gradient, (t + 1) / 6)
    np.testing.assert_allclose(evaluation["t"].gradient, (s - 1) / 6, atol=1e-15)
    assert total_jacobian(evaluation, "z", "s").shape == (1, 3)


def test_example_20():
    evaluation = evaluated("shapes_multiply")
    parts = [total_jacobian(evaluation, *pair) for pair in (("f", "g"), ("g", "h"), ("h", "i"))]
    assert [part.shape for part in parts] == [(5, 3), (3, 4), (4, 2)]
    whole = total_jacobian(evaluation, "f", "i")
    assert whole.shape == (5, 2)
    np.testing.assert_allclose(parts[0].matrix @ parts[1].matrix @ parts[2].matrix, whole.matrix, rtol=1e-12)


def test_examples_21_and_22():
    """The document's formulas, w = vec(W) being read row by row: (n0ᵀ ⊗ I)·diag(f1′)·W2·diag(f2′)·2(n2−y)ᵀ."""
    evaluation = evaluated("row_network")
    v = {name: record.value for name, record in evaluation.records.items()}
    assert v["L"] == pytest.approx((v["n2"] - v["y"]) @ (v["n2"] - v["y"]))
    np.testing.assert_allclose(v["n1"], sigmoid(v["n0"] @ v["W1"] + v["b1"]))
    f1, f2 = np.diag(v["n1"] * (1 - v["n1"])), np.diag(v["n2"] * (1 - v["n2"]))
    last = f2 @ (2 * (v["n2"] - v["y"]))
    w2 = np.kron(v["n1"].reshape(-1, 1), np.eye(2)) @ last
    w1 = np.kron(v["n0"].reshape(-1, 1), np.eye(3)) @ f1 @ v["W2"] @ last
    np.testing.assert_allclose(evaluation["W2"].gradient.reshape(-1), w2, rtol=1e-12)
    np.testing.assert_allclose(evaluation["W1"].gradient.reshape(-1), w1, rtol=1e-12)
    np.testing.assert_allclose(total_jacobian(evaluation, "d1", "W1").matrix, np.kron(v["n0"], np.eye(3)))


def test_example_23():
    evaluation = evaluated("outer_product")
    n, v = evaluation["n"].value, evaluation["v"].value
    kronecker = (np.kron(n.reshape(-1, 1), np.eye(3)) @ v).reshape(2, 3)
    np.testing.assert_array_equal(evaluation["W"].gradient - kronecker, 0)
    np.testing.assert_array_equal(evaluation["P"].value, kronecker)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "f = (x"}, "text: line 1, column 5: "),
        ({"values": {"x": 1, "y": 2}}, "values: z has no value"),
        ({"values": {"x": 1, "y": 2, "z": 3, "w": 4}}, "values: w is no input"),
        ({"values": {"x": [1, 2], "y": [1, 2, 3], "z": 1}}, "values: q: + needs equal shapes"),
        ({"values": {"x": True, "y": {}, "z": 1}}, "values: y needs a number"),
        (
            {"values": {"x": "one", "y": 1, "z": 1}},
            "values: expected a number or an array such as [1, 2], not the name",
        ),
        ({"values": {"x": "linspace(0, 1, 0)", "y": 1, "z": 1}}, "values: linspace takes two numbers"),
        ({"values": [1]}, "values"),
        ({"schema_version": 2}, "schema_version: 2 is not known, expected 1"),
        ({"name": {"ko": "이름"}}, "name.en"),
        ({"description": {"en": ""}}, "description.en"),
        ({"name": {"en": "x" * 201}}, "name.en"),
        ({"folded": ["f"]}, "folded: 'f' is no part of the formula"),
        ({"colour": "red"}, "colour"),
        ({"examples": ["one"]}, "examples"),
    ],
)
def test_a_damaged_preset_is_refused_in_one_line(change, said):
    with pytest.raises(FileError) as caught:
        decode_chain_preset(json.dumps(GOOD | change).encode(), "mine.json")
    assert str(caught.value).startswith("mine.json: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b'{"text": "x"}'])
def test_what_is_no_preset_at_all_is_refused(content):
    with pytest.raises(FileError, match=r"^mine.json: no preset of the chain rule"):
        decode_chain_preset(content, "mine.json")


def test_a_byte_order_mark_is_no_problem():
    assert decode_chain_preset(b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), "mine.json").text == GOOD["text"]


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_chain_preset_file(tmp_path / "none.json")
    (tmp_path / "big.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(FileError, match="larger than 1 MB"):
        read_chain_preset_file(tmp_path / "big.json")


@pytest.mark.parametrize("preset_id", list(chain_preset_paths()))
def test_every_gradient_of_every_example_is_the_numerical_derivative(preset_id):
    preset = PRESETS[preset_id]
    graph, values = fold(parse(preset.text), preset.folded), preset.arrays
    evaluation = evaluate(graph, values)
    for name in graph.inputs:
        gradient = np.reshape(evaluation[name].gradient, -1)
        for place in range(0, gradient.size, max(1, gradient.size // 12)):
            outputs = []
            for sign in (1, -1):
                moved = np.array(values[name], float)
                moved.reshape(-1)[place] += sign * 1e-5
                outputs.append(np.sum(evaluate(graph, {**values, name: moved}).output.value))
            assert gradient[place] == pytest.approx((outputs[0] - outputs[1]) / 2e-5, rel=1e-6, abs=1e-6), name


@pytest.mark.parametrize("preset_id", list(chain_preset_paths()))
def test_every_jacobian_of_every_example_is_the_numerical_derivative_of_its_gate(preset_id):
    preset = PRESETS[preset_id]
    evaluation = evaluate(parse(preset.text), preset.arrays)
    for node in evaluation.graph.nodes:
        operation = None if not node.inputs else OPERATIONS[node.operation]
        for source in dict.fromkeys(node.inputs):
            found = jacobian(evaluation, node.name, source)
            if found.matrix is None or evaluation.graph[source].operation == "constant":
                continue
            columns = []
            for place in range(found.shape[1]):
                values = []
                for steps in (-2, -1, 1, 2):
                    moved = np.array(evaluation[source].value, float)
                    moved.reshape(-1)[place] += steps * 1e-5
                    inputs = [moved if i == source else evaluation[i].value for i in node.inputs]
                    values.append(np.reshape(operation.forward(*inputs), -1))
                # Five points: log near 0 bends too much for two.
                columns.append((values[0] - 8 * values[1] + 8 * values[2] - values[3]) / 12e-5)
            np.testing.assert_allclose(found.matrix, np.stack(columns, axis=1), rtol=1e-6, atol=1e-6)


def test_a_formula_is_found_by_its_id_and_in_files_of_both_kinds(tmp_path):
    assert find_formula("two_gates").text == PRESETS["two_gates"].text
    mine = tmp_path / "mine.json"
    mine.write_text(json.dumps(GOOD), "utf-8")
    assert find_formula(str(mine)).typed == {"x": "-2", "y": "5", "z": "-4"}
    lines = tmp_path / "lines.txt"
    lines.write_bytes("\ufeff# a comment\n\n  σ = 1/(1 + exp(-x))\n".encode())
    assert find_formula(str(lines)).text.endswith("σ = 1/(1 + exp(-x))\n")
    assert find_formula(str(lines)).named("ko") == "lines.txt"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("table.txt", b"x;y\n1;2\n"),
        ("table.txt", b"a == b\n"),
        ("table.txt", b"\xff\xfe\x00"),
        ("table.txt", b""),
        ("experiment.json", b'{"schema_version": 1, "data": {}}'),
        ("broken.json", b"{"),
        ("deep.json", b"[" * 100_000),
        ("table.csv", b"f = x"),
    ],
)
def test_what_is_no_formula_is_left_to_others(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert find_formula(str(path)) is None


@pytest.mark.parametrize("name", ["xor", "nobody", "", "\0", "nowhere.txt", "nowhere.json"])
def test_what_is_no_file_is_no_formula(name):
    assert find_formula(name) is None


def test_a_name_means_a_network_or_a_formula_never_both():
    assert not set(chain_preset_paths()) & set(preset_paths())


def test_a_file_of_text_that_is_none_is_refused(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes(b"f = \xff")
    with pytest.raises(FileError, match=r"lines\.txt: byte 5 is not UTF-8 text; a formula was expected"):
        read_formula_file(path)
