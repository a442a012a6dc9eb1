import pytest

from playground.data import generate, read_csv
from playground.files import FileError, write_dataset


def test_a_dataset_is_written_and_read_back(tmp_path):
    dataset = generate("blobs", samples=40, noise=0.1, seed=1)
    write_dataset(tmp_path / "data.csv", dataset)
    again = read_csv(tmp_path / "data.csv")
    assert again.X.tobytes() == dataset.X.tobytes()
    assert again.Y.tobytes() == dataset.Y.tobytes()
    assert again.classes == dataset.classes


def test_what_cannot_be_written_leaves_the_old_file(tmp_path, monkeypatch):
    dataset = generate("plane", samples=5, noise=0.0, seed=1)
    (tmp_path / "data.csv").write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="No space left on device"):
        write_dataset(tmp_path / "data.csv", dataset)
    assert (tmp_path / "data.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["data.csv"]
