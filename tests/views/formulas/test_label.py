import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from playground.engine import ACTIVATIONS, COSTS
from playground.files import FIELDS, LayerSettings, read_preset
from playground.views.forms.form import Form
from playground.views.formulas import FormulaLabel, Typesetter, formula_picture, is_typeset, tip_html
from playground.views.formulas.typesetting import memory
from playground.views.network.controls import LayerControls
from playground.views.panels.gallery import DataGallery
from playground.views.theme import DARK, LIGHT

LABEL = "playground.views.formulas.label"


@pytest.fixture(autouse=True)
def forgetful(qapp):
    """Begin each test with an empty memory."""
    memory()._formulas.clear()


@pytest.fixture
def make_labels(qtbot):
    def make(*formulas, **options):
        column = QWidget()
        qtbot.addWidget(column)
        layout = QVBoxLayout(column)
        labels = [FormulaLabel(latex, **options) for latex in formulas]
        for label in labels:
            layout.addWidget(label)
        column.labels = labels
        column.resize(400, 60 * len(labels))
        return column

    return make


def ink(label, color):
    image = label.grab().toImage()
    wanted = image.pixelColor(0, 0).__class__(color)
    return sum(
        image.pixelColor(x, y).name() == wanted.name() for x in range(image.width()) for y in range(image.height())
    )


def test_a_formula_appears_after_the_label_is_shown(qtbot, make_labels):
    column = make_labels(r"\frac{a}{b}")
    (label,) = column.labels
    assert not is_typeset(label.formula)
    line = label.sizeHint().height()
    column.show()
    qtbot.waitUntil(lambda: is_typeset(label.formula))
    assert label.sizeHint().height() > line
    assert label.minimumSizeHint().width() <= 24
    assert ink(label, LIGHT.text) > 2


def test_one_formula_a_turn(qtbot, make_labels, monkeypatch):
    column = make_labels("a", "b", "c")
    asked = []
    monkeypatch.setattr(f"{LABEL}.typeset", asked.append)
    column.show()
    queue = Typesetter.of_application()
    counts = []
    while queue.busy:
        queue._typeset_next()
        counts.append(len(asked))
    assert counts == [1, 2, 3]


def test_a_hidden_label_asks_for_nothing(qtbot, make_labels):
    column = make_labels("a + c")
    assert not Typesetter.of_application().busy
    column.show()
    column.hide()
    assert not Typesetter.of_application().busy


def test_a_label_that_goes_withdraws(qtbot, make_labels):
    column = make_labels("a + d")
    column.show()
    column.labels[0].hide()
    column.labels[0].deleteLater()
    assert not Typesetter.of_application().busy


def test_a_label_that_is_destroyed_while_its_formula_is_made_is_left_alone(qtbot, monkeypatch):
    label = FormulaLabel("a + q")
    label.show()
    monkeypatch.setattr(f"{LABEL}.typeset", lambda _: shiboken6.delete(label))
    Typesetter.of_application().finish()
    assert not shiboken6.isValid(label)
    assert not Typesetter.of_application().busy


def test_another_formula_replaces_the_one_that_is_waiting(qtbot, make_labels):
    column = make_labels("a + e")
    (label,) = column.labels
    column.show()
    label.set_formula("a + f")
    Typesetter.of_application().finish()
    assert is_typeset("a + f")
    assert not is_typeset("a + e")


def test_a_remembered_formula_is_there_at_once(make_labels):
    column = make_labels("a + g")
    column.show()
    Typesetter.of_application().finish()
    again = make_labels("a + g")
    again.show()
    assert not Typesetter.of_application().busy
    assert ink(again.labels[0], LIGHT.text) > 5


def test_themes_and_colours(make_labels, appearance):
    column = make_labels("M + W")
    (label,) = column.labels
    column.show()
    Typesetter.of_application().finish()
    assert ink(label, LIGHT.text) > 5
    appearance(DARK)
    assert ink(label, DARK.text) > 5
    assert ink(label, LIGHT.text) == 0
    label.set_color("#ff0000")
    assert ink(label, "#ff0000") > 5
    label.set_color("")
    label.setEnabled(False)
    assert ink(label, DARK.muted) > 5


def test_a_narrow_place_makes_it_smaller_not_cut(make_labels):
    column = make_labels(r"a + b + c + d + e + f + g + h + i + j + k + l + m + n")
    (label,) = column.labels
    column.show()
    Typesetter.of_application().finish()
    column.resize(120, 60)
    image = label.grab().toImage()
    right = [image.pixelColor(image.width() - 1, y).lightness() for y in range(image.height())]
    assert max(right) - min(right) < 16  # nothing is drawn across the edge
    assert label.width() < label.sizeHint().width()


@pytest.mark.parametrize(
    ("alignment", "place"),
    [(Qt.AlignmentFlag.AlignLeft, 0), (Qt.AlignmentFlag.AlignHCenter, 0.5), (Qt.AlignmentFlag.AlignRight, 1)],
)
def test_alignment(make_labels, alignment, place):
    column = make_labels("MMM", alignment=alignment)
    (label,) = column.labels
    column.show()
    Typesetter.of_application().finish()
    image = label.grab().toImage()
    background = image.pixelColor(0, 0).name()
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() != background for y in range(image.height()))
    ]
    middle = (inked[0] + inked[-1]) / 2
    half = (inked[-1] - inked[0]) / 2
    assert middle == pytest.approx(half + place * (image.width() - 2 * half), abs=4)


def test_what_cannot_be_typeset_is_shown_as_it_is_written(make_labels):
    column = make_labels(r"\frac{1}{")
    (label,) = column.labels
    column.show()
    Typesetter.of_application().finish()
    assert label.sizeHint().width() > 40
    assert ink(label, LIGHT.text) >= 0
    assert label.accessibleName() == "frac1"


@pytest.fixture
def told(monkeypatch):
    """What tooltips were shown, instead of showing them."""
    texts = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: texts.append(text))
    return texts


@pytest.fixture
def typeset(monkeypatch):
    """Which formulas were drawn for tooltips."""
    drawn = []

    def note(latex, size, color, ratio=1.0):
        drawn.append(latex)
        return "<img>"

    monkeypatch.setattr(f"{LABEL}.formula_html", note)
    return drawn


def ask(widget, place=None):
    place = place or widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def test_plain_text_is_escaped_and_rich_text_left_alone(qapp):
    assert "a &lt; b" in tip_html("a < b", ())
    assert "<b>x</b>" in tip_html("<b>x</b>", ())
    assert tip_html("", ("x",)) == ""


def test_a_formula_is_an_image_below_the_text(qapp):
    html = tip_html("What it is.", (r"\alpha",))
    assert html.index("What it is.") < html.index("<img src='data:image/png;base64,")


def test_what_cannot_be_typeset_is_left_out(qapp):
    assert "<img" not in tip_html("What it is.", (r"\frac{1}{", ""))


@pytest.mark.parametrize(
    "path", ["training.cost", "training.optimizer", "network.initializer", "training.learning_rate"]
)
def test_fields_show_the_formula_of_the_value_in_force(qtbot, told, typeset, path):
    experiment = read_preset("circles")
    form = Form((path,))
    qtbot.addWidget(form)
    form.set_values(experiment)
    assert not typeset  # nothing is typeset before somebody asks
    control = form.control(path)
    field = FIELDS[path]
    for widget in (form.row(path), *control.widgets):
        ask(widget)
    expected = field.choices[control.value].formula if field.choices else field.formula
    assert typeset == [expected] * (1 + len(control.widgets))
    assert all(field.tooltip in text for text in told)


def test_each_entry_of_a_list_shows_its_own_formula(qtbot, told, typeset):
    form = Form(("training.cost",))
    qtbot.addWidget(form)
    form.show()
    control = form.control("training.cost")
    control.set_refused({"huber": "It does not fit."})
    control.box.showPopup()
    view = control.box.view()
    for row, cost in enumerate(COSTS.values()):
        index = control.box.model().index(row, 0)
        view.scrollTo(index)
        ask(view.viewport(), view.visualRect(index).center())
        assert typeset[-1] == cost.formula
        assert cost.description in told[-1]
        assert ("It does not fit." in told[-1]) == (cost.name == "huber")
    control.box.hidePopup()


def test_activations_show_their_derivative_too(qtbot, told, typeset):
    controls = LayerControls()
    qtbot.addWidget(controls)
    controls.set_settings(LayerSettings(3, "relu"), 1)
    ask(controls.activation)
    relu = ACTIVATIONS["relu"]
    assert typeset == [relu.formula, relu.derivative_formula]
    assert relu.description in told[-1]


def test_datasets_show_their_formula(qtbot, told, typeset):
    gallery = DataGallery()
    qtbot.addWidget(gallery)
    ask(gallery.button("sine"))
    assert typeset == [r"y = \sin x_1"]
    assert "Sine" in told[-1]


def test_the_picture_has_the_screens_density(qapp, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "playground.views.formulas.label.formula_html", lambda *arguments: asked.append(arguments) or ""
    )
    tip_html("Text.", ("x",), 2.0)
    assert asked[0][3] == 2.0
    assert formula_picture("x", 10, "#000000", 2.0).devicePixelRatio() == 2.0
