"""The images of digits that come with the program."""

import json
from pathlib import Path

import numpy as np

from playground.data import read_idx

FOLDER = Path(__file__).parents[2] / "presets" / "digits"


def test_they_are_the_test_set_of_the_uci_repository():
    data = read_idx(FOLDER / "images-idx3-ubyte.gz")
    assert data.X.shape == (64, 1797)
    assert data.image_shape == (8, 8)
    assert data.classes == tuple("0123456789")
    # As many of each as the description of the data set says.
    assert np.bincount(data.class_indices).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_the_counts_of_dark_points_come_back():
    data = read_idx(FOLDER / "images-idx3-ubyte.gz")
    counts = data.values(slice(None), "float64") * 16
    assert np.abs(counts - counts.round()).max() < 16 / 255
    assert set(np.unique(counts.round())) == set(range(17))
    # The first image, as the repository lists it.
    assert counts[:, 0].round().astype(int).tolist()[:16] == [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]


def test_their_origin_is_stated():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    for words in ("Optical Recognition of Handwritten Digits", "Alpaydin", "Kaynak", "CC BY 4.0", "10.24432/C50P49"):
        assert words in text


def test_the_preset_says_what_they_are():
    preset = json.loads((FOLDER.parent / "digits.json").read_text(encoding="utf-8"))
    data = read_idx(FOLDER.parent / preset["data"]["source"]["idx"], FOLDER.parent / preset["data"]["source"]["labels"])
    assert tuple(preset["classes"]) == data.classes
    assert preset["data"]["features"] == [f"x{i}" for i in range(1, 65)]
    assert set(preset["description"]) == {"en", "ko"}
    assert all("UCI" in text and "Alpaydin" in text for text in preset["description"].values())
