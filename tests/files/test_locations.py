import pytest

from playground.files import FileError, folder
from playground.files import sources as module


@pytest.mark.parametrize("name", ["presets", "resources"])
def test_the_folders_of_this_installation(name):
    assert folder(name).is_dir()


def test_a_wheel_carries_them_inside_a_checkout_beside(tmp_path, monkeypatch):
    package = tmp_path / "playground"
    (tmp_path / "presets").mkdir()
    package.mkdir()
    monkeypatch.setattr(module, "files", lambda _: package)
    assert folder("presets") == tmp_path / "presets"
    (package / "presets").mkdir()
    assert folder("presets") == package / "presets"


def test_an_incomplete_installation(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "files", lambda _: tmp_path / "playground")
    with pytest.raises(FileError, match="install the program again"):
        folder("presets")
