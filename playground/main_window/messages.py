"""What the window tells a person: at the field it is about, in the banner, or quietly in the status bar."""

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from playground.training.commands import ChangeField, Command, Pause
from playground.views.banner import Banner
from playground.views.forms.text import spoken
from playground.views.panels.data import DataPanel
from playground.views.panels.settings import SettingsPanel
from playground.views.state_bar import StateBar

logger = logging.getLogger("playground")


class Messages(QObject):
    """Tells what happened where a person looks for it.

    `forms`: the panels whose fields can say themselves why a value was refused.
    """

    def __init__(
        self,
        banner: Banner,
        state: StateBar,
        forms: Sequence[DataPanel | SettingsPanel],
        post: Callable[[Command], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._banner, self._state, self._forms, self._post = banner, state, forms, post
        self._telling = False

    @Slot(object, object)
    def refuse(self, command: Command, text: str) -> None:
        """Say why something was not done: at its field where it has one on a panel, else in the banner."""
        path = command["path"] if command.kind is ChangeField else ""
        panel = next((panel for panel in self._forms if path in panel.paths), None)
        if panel is None:
            self.fail(text)
        else:
            panel.show_error(path, spoken(text))

    @Slot(object)
    def fail(self, text: str) -> None:
        """Say in the banner what could not be done."""
        self._telling = True
        self._banner.show_message("error", spoken(text))

    @Slot(object)
    def note(self, text: str) -> None:
        """Say in the banner what is good to know; it stays until it is closed."""
        self._telling = False
        self._banner.show_message("info", spoken(text))

    @Slot(object)
    def tell(self, text: str) -> None:
        self.forget()
        self._state.show_message(spoken(text))

    def forget(self) -> None:
        """Take away what the banner told; a divergence stays as long as it lasts."""
        if self._telling:
            self._telling = False
            self._banner.clear()

    @Slot(str)
    def report(self, text: str) -> None:
        """Say that something unexpected happened; the traceback goes to the log, the person's work stays."""
        logger.error("unexpected\n%s", text)
        self._post(Pause())
        self._telling = True  # until the person goes on
        self._banner.show_message(
            "error",
            self.tr("Something unexpected went wrong: {reason}. Training has paused; your network is intact.").format(
                reason=text.strip().splitlines()[-1]
            ),
        )
