import json
from pathlib import Path

import pytest

from playground.files import folder
from playground.files.chain_presets import chain_preset_paths

SIGMOID = "1/(1+exp(-(w0*x0 + w1*x1 + w2)))"
POINT = ["--at", "w0=2", "--at", "x0=-1", "--at", "w1=-3", "--at", "x1=-2", "--at", "w2=-3"]


def nodes(result):
    assert result.code == 0, result.err
    assert result.err == ""
    return {node["name"]: node for node in result.json["nodes"]}


def test_the_interface_as_it_is_written_down(run):
    result = run("chain", "q = x + y; f = q * z", "--at", "x=-2", "--at", "y=5", "--at", "z=-4", "--json")
    assert result.json == {
        "output": "f",
        "nodes": [
            {"name": "x", "operation": "input", "inputs": [], "value": -2.0, "gradient": -4.0, "local": {}},
            {"name": "y", "operation": "input", "inputs": [], "value": 5.0, "gradient": -4.0, "local": {}},
            {
                "name": "q",
                "operation": "add",
                "inputs": ["x", "y"],
                "value": 3.0,
                "gradient": -4.0,
                "local": {"x": 1.0, "y": 1.0},
            },
            {"name": "z", "operation": "input", "inputs": [], "value": -4.0, "gradient": 3.0, "local": {}},
            {
                "name": "f",
                "operation": "multiply",
                "inputs": ["q", "z"],
                "value": -12.0,
                "gradient": 1.0,
                "local": {"q": -4.0, "z": 3.0},
            },
        ],
    }


def test_example_1(run):
    found = nodes(run("chain", "x = t-1; y = t**2; z = 1/t; sin(x)*exp(y*z**2)", "--at", "t=1", "--json"))
    assert found["t"]["gradient"] == pytest.approx(2.718281828459045)


def test_example_7(run):
    found = nodes(run("chain", SIGMOID, *POINT, "--json"))
    wanted = {"w0": -0.19661193324148188, "x0": 0.39322386648296376, "w1": -0.39322386648296376}
    wanted |= {"x1": -0.5898357997244457, "w2": 0.19661193324148188}
    assert {name: found[name]["gradient"] for name in wanted} == pytest.approx(wanted, rel=1e-15)
    assert run("chain", SIGMOID, *POINT, "--json").json["nodes"][-1]["value"] == 0.7310585786300049


def test_example_18_from_a_file(run):
    Path("mine.txt").write_text("\ufeffx = s - sin(t)\r\ny = exp(s) + cos(t)\r\nz = x**2 - y**2  # example\r\n")
    found = nodes(run("chain", "mine.txt", "--at", "s=0", "--at", "t=pi/2", "--json"))
    assert found["s"]["gradient"] == pytest.approx(2 * -1 - 2 * 1)


def test_example_19_vectors_are_nested_lists(run):
    found = nodes(run("chain", "mean([s*t, s - t])", "--at", "s=[1, 2, 3]", "--at", "t=[4, -5, 6]", "--json"))
    assert found["s"]["gradient"] == pytest.approx([5 / 6, -4 / 6, 7 / 6])
    assert found["v1"]["local"] == {"s": None, "t": None}


def test_a_preset_brings_its_values_and_they_can_be_changed(run):
    path = folder("presets") / "chain" / "two_gates.json"
    assert nodes(run("chain", path, "--json"))["f"]["value"] == -12
    assert nodes(run("chain", path, "--at", "z=2", "--json"))["f"]["value"] == 6


@pytest.mark.parametrize("preset", chain_preset_paths())
def test_every_preset_is_opened_by_its_id(run, preset):
    path = folder("presets") / "chain" / f"{preset}.json"
    assert run("chain", preset, "--json").json == run("chain", path, "--json").json
    assert run("chain", preset).code == 0


def test_a_preset_by_its_id_takes_other_values(run):
    assert nodes(run("chain", "two_gates", "--json"))["f"]["value"] == -12
    assert nodes(run("chain", "two_gates", "--at", "z=2", "--json"))["f"]["value"] == 6
    assert nodes(run("chain", "relu_of_a_vector", "--at", "x=[1, -2]", "--json"))["x"]["gradient"] == [2, 0]


def test_it_speaks_korean(run):
    result = run("chain", "log(x)*[1, 2][3]", "--at", "x=1", "--language", "ko")
    assert (result.code, result.out) == (2, "")
    assert "1번째 줄 8번째 글자: 3번째 성분은 없습니다. 벡터의 성분은 2개입니다" in result.err
    result = run("chain", "y = log(x)", "--at", "x=[1, -1]", "--language", "ko")
    assert "정의되지 않음" in result.out
    assert result.out.splitlines()[-1] == "y: 음수의 로그 (자리 [2])"
    result = run("chain", "x", "--at", "y=1", "--language", "ko")
    assert "y는 이 수식의 입력이 아닙니다. 입력은 x입니다" in result.err


def test_the_output_of_a_vector_is_named_as_its_sum(run):
    assert "∂sum(y)/∂…" in run("chain", "y = 2*x", "--at", "x=[1, 2]").out


def test_readable_table(run):
    result = run("chain", "q = x + y; f = q * z", "--at", "x=-2", "--at", "y=5", "--at", "z=-4")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0].split() == ["node", "operation", "value", "∂f/∂…", "local", "derivatives"]
    assert lines[-1].split() == ["f", "multiply", "-12", "1", "q:", "-4,", "z:", "3"]


def test_a_problem_is_told_at_its_node_and_is_no_failure(run):
    result = run("chain", "log(x)/2", "--at", "x=-1")
    assert result.code == 0
    assert "undefined" in result.out
    assert result.out.splitlines()[-1] == "v1: logarithm of a negative number"
    node = nodes(run("chain", "log(x)/2", "--at", "x=-1", "--json"))["v1"]
    assert (node["value"], node["gradient"], node["problem"]) == (None, None, "logarithm of a negative number")


def test_a_large_array_is_shown_by_its_shape(run):
    result = run("chain", "sum(x)", "--at", f"x={list(range(100))}")
    assert "100 [0, 1, 2, 3, …]" in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["q*"], "line 1, column 3: "),
        ([""], "nothing is typed"),
        (["q = x + y"], "no value for x, y; --at x=… --at y=… was expected"),
        (["x", "--at", "y=1", "--at", "x=1"], "y is no input of this formula; the inputs are x"),
        (["2", "--at", "x=1"], "the formula has no inputs"),
        (["x", "--at", "x"], "NAME=VALUE was expected"),
        (["x", "--at", "=1"], "NAME=VALUE was expected"),
        (["x", "--at", "x="], "nothing is typed"),
        (["x", "--at", "x=one"], "not the name one"),
        (["x", "--at", "x=1/0"], "division by zero"),
        (["x", "--at", "x=[1, [2]]"], "numbers and rows"),
        (["x + y", "--at", "x=[1, 2]", "--at", "y=[1, 2, 3]"], "x is a vector of 2, y is a vector of 3"),
        (["three_gates"], "three_gates is no preset of the chain rule (did you mean 'two_gates'? Known: "),
        (["x"], "as a formula it needs a value: --at x=…"),
        (["none.txt"], "none.txt: no such file"),
        (["none.json"], "none.json: no such file"),
        (["__import__('os')"], "cannot be used here"),
        (["x" * 10_001], "at most 10000 are allowed"),
    ],
)
def test_bad_input_is_one_line(run, arguments, said):
    for more in ([], ["--json"]):
        result = run("chain", *arguments, *more)
        assert result.code == 2
        assert said in result.error


def test_a_mistake_in_a_file_says_which_file_and_where(run):
    Path("mine.txt").write_text("a = x\nb = a +* 2\n")
    assert "mine.txt: line 2, column 8: " in run("chain", "mine.txt").error
    Path("binary.txt").write_bytes(b"\xff\xfe\x00")
    assert "binary.txt: byte 1 is not UTF-8" in run("chain", "binary.txt").error
    Path("broken.json").write_text(json.dumps({"text": "x"}))
    assert "broken.json: no preset of the chain rule" in run("chain", "broken.json").error
    Path("folder.txt").mkdir()
    assert "folder.txt: it is a folder" in run("chain", "folder.txt").error


def test_a_text_that_begins_with_a_minus(run):
    assert run("chain", "--at", "x=1", "--json", "--", "-x").json["nodes"][-1]["value"] == -1
