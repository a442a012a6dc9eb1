import pytest
from PySide6.QtCore import Qt

from playground.views.kit.buttons import PICTURES, STEP_KEYS, ModeButtons, Stepper


def test_one_of_the_mode_buttons_is_down(qtbot):
    modes = ModeButtons({"cost": ("Cost", "Draw the cost."), "accuracy": ("Accuracy", "Draw the accuracy.")})
    qtbot.addWidget(modes)
    heard = []
    modes.chosen.connect(heard.append)
    assert modes.current == "cost"
    qtbot.mouseClick(modes.buttons["accuracy"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(modes.buttons["accuracy"], Qt.MouseButton.LeftButton)
    modes.choose("cost")
    assert heard == ["accuracy", "cost"]
    modes.set_texts({"cost": ("비용", "비용을 그립니다.")})
    assert (modes.buttons["cost"].text(), modes.buttons["cost"].accessibleDescription()) == ("비용", "비용을 그립니다.")


@pytest.fixture
def stepper(qtbot):
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_texts({step: (f"name of {step}", f"tip of {step}") for step in PICTURES})
    return stepper


@pytest.mark.parametrize("step", PICTURES)
def test_each_button_asks_for_its_step(stepper, qtbot, step):
    with qtbot.waitSignal(stepper.asked, timeout=0) as asked:
        qtbot.mouseClick(stepper.buttons[step], Qt.MouseButton.LeftButton)
    assert asked.args == [step]
    assert stepper.buttons[step].accessibleName() == f"name of {step}"
    assert stepper.buttons[step].toolTip() == f"tip of {step}"


def test_only_what_is_allowed_can_be_pressed(stepper):
    stepper.allow(start=False, back=False)
    assert [step for step, button in stepper.buttons.items() if button.isEnabled()] == ["next", "end"]
    stepper.allow(back=True)
    assert stepper.back.isEnabled()


def test_every_step_has_a_key():
    assert sorted(STEP_KEYS.values()) == sorted(PICTURES)
