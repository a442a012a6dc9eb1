"""The rules by which a run pauses by itself: each on one line, and a word about them for the group's heading."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from playground.files import FIELDS
from playground.files.experiment import TrainingSettings
from playground.messages.numbers import typed
from playground.views.forms.form import Form

translate = QCoreApplication.translate

AT_EPOCHS, EPOCHS = "training.stop_at_epochs", "training.epochs"
TARGET_COST, PATIENCE = "training.target_cost", "training.patience"
STOP_FIELDS = (AT_EPOCHS, EPOCHS, TARGET_COST, PATIENCE)

# The group is called "Stop": under it, "At epoch" reads as a sentence, and leaves room for the number.
_AT_EPOCH = str(QT_TRANSLATE_NOOP("tables", "At epoch"))
_EPOCHS_TIP = str(
    QT_TRANSLATE_NOOP("tables", "Where a run pauses if the box is checked. The command line always trains so long.")
)


class StopRules(Form):
    """The fields of the stop rules; the number of epochs stands beside the check box that makes it a rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(STOP_FIELDS, parent, compact=True)
        self.join(AT_EPOCHS, EPOCHS)
        self.set_field(replace(FIELDS[AT_EPOCHS], label=_AT_EPOCH))
        self.set_field(replace(FIELDS[EPOCHS], tooltip=_EPOCHS_TIP))


def stop_summary(training: TrainingSettings) -> str:
    """Return in a few words when a run pauses by itself."""
    rules = []
    if training.stop_at_epochs:
        rules.append(translate("StopRules", "epoch {number}").format(number=typed(training.epochs)))
    if training.target_cost:
        rules.append(translate("StopRules", "cost {number}").format(number=typed(training.target_cost)))
    if training.patience:
        rules.append(translate("StopRules", "patience {number}").format(number=typed(training.patience)))
    if len(rules) > 1:
        return translate("StopRules", "{count} rules").format(count=len(rules))
    return rules[0] if rules else translate("StopRules", "by hand")
