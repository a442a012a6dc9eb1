from PySide6.QtCore import Qt

from playground.views.kit.mode_buttons import ModeButtons


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
