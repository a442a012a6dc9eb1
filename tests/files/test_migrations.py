import pytest

from playground.files import FileError
from playground.files.experiment import SCHEMA_VERSION
from playground.files.migrations import MIGRATIONS, Migration, migrate


def rename(old, new):
    def change(raw):
        raw[new] = raw.pop(old)
        return raw

    return change


STEPS = (
    Migration(2, "the title is called name", rename("title", "name")),
    Migration(3, "the name is called label", rename("name", "label")),
)


def test_the_migrations_lead_to_the_current_version_one_by_one():
    assert [migration.version for migration in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


@pytest.mark.parametrize(
    "raw",
    [
        {"schema_version": 1, "title": "XOR"},
        {"schema_version": 2, "name": "XOR"},
        {"schema_version": 3, "label": "XOR"},
    ],
)
def test_a_file_of_any_age_goes_through_the_later_migrations_in_order(raw):
    before = dict(raw)
    assert migrate(raw, "a.json", STEPS, current=3) == {"schema_version": 3, "label": "XOR"}
    assert raw == before


def test_an_old_file_that_lacks_what_its_version_had():
    with pytest.raises(FileError, match=r"a\.json: could not be brought from version 1 to 2: KeyError 'title'"):
        migrate({"schema_version": 1}, "a.json", STEPS, current=3)


def test_a_newer_file():
    with pytest.raises(FileError, match=r"4 was written by a newer version of the program; this one reads up to 3"):
        migrate({"schema_version": 4}, "a.json", STEPS, current=3)


TABLE = {"schema_version": 2, "data": {"source": {"csv": "a.csv"}}}


def test_the_targets_of_older_tables_stay_as_they_were():
    assert migrate(TABLE, "a.json")["data"] == {"source": {"csv": "a.csv"}, "standardize_targets": False}
    assert TABLE["data"] == {"source": {"csv": "a.csv"}}


@pytest.mark.parametrize("raw", [{**TABLE, "schema_version": 3}, {"schema_version": 1, "data": {"source": "sine"}}])
def test_new_tables_and_generated_problems_follow_what_is_usual(raw):
    assert migrate(raw, "a.json")["data"] == raw["data"]
