import json

import pytest

from playground.files import FileError, folder, presets, read_preset
from playground.files.experiment import WITHOUT_OPTIONAL
from playground.files.presets import preset_paths


def test_every_file_in_the_folder_is_a_preset_sorted_by_id():
    found = presets()
    assert [preset.id for preset in found] == sorted(path.stem for path in folder("presets").glob("*.json"))
    assert "xor" in {preset.id for preset in found}


def test_every_preset_is_the_valid_experiment_of_its_file():
    assert {preset.id: preset.experiment for preset in presets()} == {
        name: read_preset(name) for name in preset_paths()
    }


@pytest.mark.parametrize("preset_id", list(preset_paths()))
def test_a_preset_is_named_and_described_in_both_languages(preset_id):
    experiment = read_preset(preset_id)
    assert experiment.name["en"]
    assert experiment.name["ko"]
    assert experiment.description["en"]
    assert experiment.description["ko"]
    assert (
        json.loads(preset_paths()[preset_id].read_bytes())["schema_version"] == WITHOUT_OPTIONAL
    )  # that of such names


@pytest.mark.parametrize("preset_id", ["xorr", "", "../presets/xor", "XOR", "xor.json", "a\0b", "chain/xor"])
def test_an_unknown_preset(preset_id):
    with pytest.raises(FileError, match=r"is not a preset; (did you mean 'xor'\? K|k)nown: .*xor"):
        read_preset(preset_id)


def test_the_nearest_preset_is_suggested():
    with pytest.raises(FileError, match=r"'spiral' is not a preset; did you mean 'spirals'\?"):
        read_preset("spiral")
