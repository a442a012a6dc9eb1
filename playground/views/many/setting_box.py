"""What the forms of the wall and of the atlas share: the choice of a setting."""

from collections.abc import Mapping

from playground.files import Field
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated


class SettingBox(ComboBox):
    """A choice among the settings that can vary; its data are their paths in the experiment file."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, known: Mapping[str, tuple[Field, int]], none: str = "") -> None:
        """Offer settings, and first what stands for none of them; what was chosen stays where it still can."""
        chosen = self.currentData()
        self.clear()
        if none:
            self.addItem(none, "")
        for key, (field, layer) in known.items():
            label = translated(field.label)
            text = self.tr("{setting}, layer {layer}").format(setting=label, layer=layer) if layer else label
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
