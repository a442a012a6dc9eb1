"""A group of a panel: a quiet heading that folds what is below it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.panel_style import set_property
from playground.views.theme import LIGHT, Theme

HEADING_HEIGHT = 28
MARGIN = 12
SPACING = 8
ARROW = QSize(16, 16)


class PanelGroup(QFrame):
    """A heading with a body below; a click or Space on the heading folds the body away.

    Signals
    -------
    toggled(folded)
        A person folded or unfolded it.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "role", "group")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._heading = QPushButton(self)
        set_property(self._heading, "role", "heading")
        scaled(self._heading, QWidget.setFixedHeight, HEADING_HEIGHT)
        self._heading.setAccessibleName(title)
        self._heading.setToolTip(self.tr("Fold or unfold this group."))
        self._heading.clicked.connect(self._toggle)
        self._title = QLabel(title)
        set_property(self._title, "role", "heading")
        scaled_font(self._title, 0.88, bold=True, capitals=True)
        self._detail = QLabel()
        set_property(self._detail, "role", "muted")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._arrow = QLabel()
        line = QHBoxLayout(self._heading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING)
        line.addWidget(self._title)
        line.addWidget(self._detail, 1)
        line.addWidget(self._arrow)
        for label in (self._title, self._detail, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        self._body = QWidget(self)
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 2, 0, SPACING)
        self.body.setSpacing(SPACING)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACING // 2, MARGIN, SPACING // 2)
        column.setSpacing(SPACING // 2)
        column.addWidget(self._heading)
        column.addWidget(self._body)
        self._show_arrow()

    @property
    def folded(self) -> bool:
        """Whether the body is folded away."""
        return self._body.isHidden()

    def fold(self, folded: bool) -> None:
        """Fold the body away, or show it."""
        self._body.setVisible(not folded)
        self._show_arrow()

    def set_detail(self, text: str) -> None:
        """Show a word about the group's state at the right of its heading."""
        self._detail.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._show_arrow()

    def _toggle(self) -> None:
        self.fold(not self.folded)
        self.toggled.emit(self.folded)

    def _show_arrow(self) -> None:
        name = "expand" if self.folded else "collapse"
        self._arrow.setPixmap(icon(name, self._theme, self._theme.muted).pixmap(ARROW, self.devicePixelRatioF()))
