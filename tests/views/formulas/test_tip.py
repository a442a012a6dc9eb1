import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from playground.engine import ACTIVATIONS, COSTS
from playground.files import FIELDS, LayerSettings, read_preset
from playground.views.forms.form import Form
from playground.views.formulas import formula_picture, tip, tip_html
from playground.views.network.controls import LayerControls
from playground.views.panels.gallery import DataGallery


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

    monkeypatch.setattr(tip, "formula_html", note)
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
    monkeypatch.setattr(tip, "formula_html", lambda *arguments: asked.append(arguments) or "")
    tip_html("Text.", ("x",), 2.0)
    assert asked[0][3] == 2.0
    assert formula_picture("x", 10, "#000000", 2.0).devicePixelRatio() == 2.0
