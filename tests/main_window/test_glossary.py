"""The glossary: opened by key, menu and palette, found by typing, with curves of the activations."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.app import application
from playground.engine import ACTIVATIONS
from playground.lessons.glossary import CARDS, GLOSSARY
from playground.main_window.palette import entries
from playground.main_window.parts import show_glossary
from playground.messages import LANGUAGES
from playground.views.forms.finder import found
from playground.views.formulas import typeset
from playground.views.formulas.curve import curve_html
from playground.views.formulas.plain import plain_formula
from playground.views.glossary import Glossary
from playground.views.theme import THEMES


@pytest.fixture(params=LANGUAGES)
def spoken_window(request, qapp, make_window):
    application(language=request.param)
    yield make_window()
    application(language="en")


def shown(window) -> Glossary:
    (glossary,) = [each for each in window.findChildren(Glossary) if each.isVisible()]
    return glossary


def open_by_key(qtbot, window) -> Glossary:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    return shown(window)


@pytest.mark.parametrize(
    ("typed", "name"), [("dW", "dW"), ("α", "learning_rate"), ("chain rule", "chain_rule"), ("크로네커", "kronecker")]
)
def test_a_term_is_found_by_typing_in_either_language(qtbot, spoken_window, typed, name):
    glossary = open_by_key(qtbot, spoken_window)
    glossary.finder.field.setText(typed)
    assert glossary.card.formula == GLOSSARY[name].formula
    assert glossary.card.text.startswith(GLOSSARY[name].symbol)


def test_arrow_keys_go_through_the_cards_and_escape_leaves(qtbot, window):
    glossary = open_by_key(qtbot, window)
    names = list(GLOSSARY.values())
    assert names[0].text in glossary.card.text
    qtbot.keyClick(glossary.finder.field, Qt.Key.Key_Down)
    assert names[1].text in glossary.card.text
    assert glossary.card.shape == plain_formula(names[1].shape)
    glossary.finder.field.setText("no such thing")
    assert glossary.card.text == "Nothing of that name."
    qtbot.keyClick(glossary.finder.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [each for each in window.findChildren(Glossary) if each.isVisible()])


def test_the_palette_opens_a_card_and_one_glossary_is_enough(qtbot, window):
    titles = {entry.title for entry in entries(window._parts)}
    assert {str(card.title) for card in CARDS.values()} <= titles
    next(iter(found("Kronecker", entries(window._parts)))).do()
    assert "Every entry of one matrix" in shown(window).card.text
    show_glossary(window._parts, "sigmoid")
    assert shown(window).card.curve.isVisible()
    assert "z = 0: g = 0.5, g' = 0.25" in shown(window).card.curve.as_text()
    show_glossary(window._parts, "W")
    assert not shown(window).card.curve.isVisible()


@pytest.mark.parametrize("card", GLOSSARY.values(), ids=lambda card: card.name)
def test_every_formula_can_be_typeset(card):
    for latex in (card.formula, card.derivative, card.shape):
        assert not latex or typeset(latex) is not None


def test_curves_in_tooltips_follow_the_theme(qtbot, window):
    pictures = set()
    for name in THEMES:
        window._parts.appearance.choose(name)
        pictures.add(curve_html(ACTIVATIONS["tanh"]))
    assert all("<img" in picture for picture in pictures)
    assert len(pictures) >= 2
    assert curve_html(ACTIVATIONS["softmax"]) == ""


def test_a_lesson_leads_to_the_cards_of_its_terms(qtbot, window):
    window._parts.lessons.open()
    view = window._parts.lessons.view
    view.list.setCurrentRow(0)
    qtbot.mouseClick(view.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.is_playing, timeout=10000)
    assert '<a href="neuron">Neuron</a>' in view.player.terms.text()
    view.player.terms.linkActivated.emit("neuron")
    assert shown(window).card.text.startswith("Neuron")
