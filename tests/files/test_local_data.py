"""An experiment from anybody names files on this computer only."""

import json

import pytest

from playground.files import FileError, check_data, open_target, read_preset, write_experiment


@pytest.mark.parametrize("kind", ["csv", "idx"])
def test_data_on_another_computer_are_refused_before_anything_is_looked_for(tmp_path, monkeypatch, kind):
    path = tmp_path / "a.json"
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["source"] = {kind: "//host/share/t"}
    path.write_text(json.dumps(raw), "utf-8")
    target = open_target(str(path))
    monkeypatch.setattr("playground.files.targets.source_files", lambda _: pytest.fail("looked for"))
    with pytest.raises(FileError, match=r"a\.json: the data, //host/share/t, are on another computer; copy them"):
        check_data(target)
