import re
import types
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.cli import screenshot
from playground.cli.screenshot import LARGEST, SMALLEST, THEMES, size
from playground.files import FileError


@pytest.fixture
def taken(monkeypatch):
    """The arguments of the screenshots asked for, without taking any."""
    calls = []
    app = types.SimpleNamespace(screenshot=lambda *arguments, **settings: calls.append((arguments, settings)))
    monkeypatch.setattr(screenshot, "load_app", lambda: app)
    return calls


def test_defaults(run, taken):
    result = run("screenshot", "xor", "out.png")
    assert (result.code, result.err) == (0, "")
    assert taken == [
        (
            ("xor", Path("out.png")),
            {
                "epochs": None,
                "workspace": "train",
                "size": (1600, 1000),
                "theme": "light",
                "zoom": 100,
                "language": "en",
            },
        )
    ]


def test_a_formula_is_shown_in_its_workspace_without_training(run, taken, tmp_path):
    lines = tmp_path / "f.txt"
    lines.write_text("f = w*x", "utf-8")
    for target in ("two_gates", lines):
        assert run("screenshot", target, "out.png").code == 0
        assert taken[-1][0][0] == str(target)
        assert (taken[-1][1]["workspace"], taken[-1][1]["epochs"]) == ("chain", 0)
    assert run("screenshot", "two_gates", "out.png", "--workspace", "train", "--epochs", 3).code == 0
    assert (taken[-1][1]["workspace"], taken[-1][1]["epochs"]) == ("train", 3)


def test_options(run, taken):
    options = [
        "--epochs",
        7,
        "--workspace",
        "train",
        "--size",
        "1024x700",
        "--theme",
        "dark",
        "--language",
        "ko",
        "--zoom",
        "175",
    ]
    assert run("screenshot", "xor", "out.PNG", *options).code == 0
    assert taken[0][1] == {
        "epochs": 7,
        "workspace": "train",
        "size": (1024, 700),
        "theme": "dark",
        "zoom": 175,
        "language": "ko",
    }


def test_weights_are_shown_as_they_are(run, taken):
    run("train", "xor", "--epochs", 1, "--export", "w")
    run("screenshot", "w.npz", "out.png")
    run("screenshot", "w.npz", "out.png", "--epochs", 5)
    assert [settings["epochs"] for _, settings in taken] == [0, 5]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["xor", "out.jpg"], ".png"),
        (["xor", "out"], ".png"),
        (["xor", "missing/out.png"], "no folder"),
        (["nonsense", "out.png"], "not a preset"),
        (["xor", "out.png", "--size", "10x10"], "320x240"),
        (["xor", "out.png", "--zoom", "70"], "from 75 to 300"),
        (["xor", "out.png", "--zoom", "nan"], "from 75 to 300"),
        (["xor", "out.png", "--theme", "pink"], "high-contrast"),
        (["xor", "out.png", "--size", "7681x4320"], "7680x4320"),
        (["xor", "out.png", "--size", "big"], "WIDTHxHEIGHT"),
        (["xor", "out.png", "--theme", "pink"], "--theme"),
        (["xor", "out.png", "--language", "xx"], "--language"),
        (["xor", "out.png", "--workspace", "kitchen"], "--workspace"),
        (["xor", "out.png", "--epochs", "many"], "--epochs"),
    ],
)
def test_bad_usage(run, here, taken, arguments, words):
    result = run("screenshot", *arguments)
    assert result.code == 2
    assert words in result.error
    assert taken == []
    assert list(here.iterdir()) == []


@given(st.integers(SMALLEST[0], LARGEST[0]), st.integers(SMALLEST[1], LARGEST[1]))
def test_sizes(width, height):
    assert size(f"{width}x{height}") == (width, height)


@given(st.text())
def test_other_texts_are_refused_in_one_line(text):
    if re.fullmatch(r"[0-9]+[x×][0-9]+", text, re.ASCII):
        return
    with pytest.raises(Exception, match="WIDTHxHEIGHT"):
        size(text)


def test_themes_are_those_of_the_window(qapp):
    from playground.views.theme import SYSTEM
    from playground.views.theme import THEMES as WINDOW_THEMES

    assert set(THEMES) == {*WINDOW_THEMES, SYSTEM}


def test_failure_to_write(run, here, monkeypatch):
    def full(*_arguments, **_settings):
        raise FileError("out.png: could not be written: No space left on device")

    monkeypatch.setattr(screenshot, "load_app", lambda: types.SimpleNamespace(screenshot=full))
    result = run("screenshot", "xor", "out.png")
    assert (result.code, result.out) == (1, "")
    assert result.err == "playground: out.png: could not be written: No space left on device\n"


def test_a_real_one(start):
    result = start("screenshot", "xor", "out.png", "--epochs", "3", "--size", "1024x700")
    assert (result.code, result.err) == (0, "")
    data = Path("out.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1024, 700)
