import pytest

from playground.files import FIELDS
from playground.messages import Message
from playground.views.forms.text import REBUILDS, field_label, range_text, rebuild_text, tooltip, translated


def test_every_field_that_rebuilds_says_what():
    assert set(REBUILDS) == {path for path, field in FIELDS.items() if not field.live}


@pytest.mark.parametrize("path", FIELDS)
def test_the_tooltip_has_label_meaning_range_and_consequence(path):
    field = FIELDS[path]
    text = tooltip(field, "One more & more.")
    assert field_label(field) in text
    assert field.tooltip in text
    assert range_text(field) in text
    assert rebuild_text(field) in text
    assert bool(rebuild_text(field)) != field.live
    assert "One more &amp; more." in text


def test_ranges():
    assert range_text(FIELDS["training.learning_rate"]) == "From 0 to 1000."
    assert range_text(FIELDS["training.optimizer"]) == ""


def test_a_range_says_what_its_minimum_means():
    assert range_text(FIELDS["training.patience"]) == "From 0 (never) to 1000000."


def test_options_of_the_command_line_are_not_told_in_the_window(qapp):
    message = Message(
        "{file}: values are missing; drop such rows (--missing drop) or name others (--input)", file="a.csv"
    )
    assert translated(message) == "a.csv: values are missing; drop such rows or name others"
