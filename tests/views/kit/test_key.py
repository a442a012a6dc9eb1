import pytest

from playground.views.kit.key import Key, class_entries


@pytest.fixture
def key(qtbot):
    key = Key("Classes")
    qtbot.addWidget(key)
    return key


DIGITS = tuple(map(str, range(10)))
KINDS = ("setosa", "versicolor", "virginica")
LONG = tuple(f"class number {index}" for index in range(10))


@pytest.mark.parametrize(
    ("classes", "width", "rows", "left_out"),
    [
        (("0", "1"), 120, 1, 0),
        (DIGITS, 300, 1, 0),
        (DIGITS, 240, 2, 0),
        (DIGITS, 160, 2, 0),
        (KINDS, 260, 1, 0),
        (KINDS, 150, 2, 0),
        (LONG, 1400, 1, 0),
    ],
)
def test_classes_take_a_second_line_where_one_is_too_short(key, classes, width, rows, left_out):
    key.resize(width, 14)
    key.show_entries(class_entries(classes))
    key.grab()
    lines = key.lines
    assert (lines.rows, lines.left_out) == (rows, left_out)
    assert [entry.index for entry in lines.placed] == list(range(len(classes) - left_out))
    assert key.height() == rows * Key("Classes").sizeHint().height()


def test_classes_that_do_not_fit_are_counted(key):
    key.resize(300, 14)
    key.show_entries(class_entries(LONG))
    key.grab()
    assert 0 < key.lines.left_out < len(LONG)


@pytest.mark.parametrize("width", [1, 40, 120, 300, 2000])
@pytest.mark.parametrize("classes", [("0", "1"), DIGITS, KINDS, LONG, LONG * 10])
def test_no_class_is_drawn_over_another_or_beyond_the_edge(key, classes, width):
    key.show_entries(class_entries(classes))
    key.resize(width, 14)
    assert not key.grab().isNull()
    lines = key.lines
    for entry, following in zip(lines.placed, lines.placed[1:], strict=False):
        assert entry.x + entry.width <= width
        assert following.row > entry.row or following.x > entry.x + entry.width
    assert len(lines.placed) + lines.left_out == len(classes)
    assert key.toolTip().splitlines() == list(classes)
    assert classes[-1] in key.accessibleDescription()


def test_names_are_shortened_only_where_they_have_no_room(key):
    names = ("a short one", "one that is quite a bit longer than any other")
    for width, whole in ((600, True), (150, False)):
        key.resize(width, 14)
        key.show_entries(class_entries(names))
        assert ([placed.text for placed in key.lines.placed] == list(names)) is whole


def test_a_screen_reader_finds_every_sign(key):
    key.resize(600, 14)
    key.show_entries(class_entries(KINDS))
    assert [item.name for item in key.items()] == list(KINDS)
    assert [key.item_at(item.box.center()).key for item in key.items()] == [0, 1, 2]
