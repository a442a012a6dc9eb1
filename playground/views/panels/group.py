"""What the panels of the left column are made of: groups under quiet headings that fold, and small framed buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, pixels, restyled, scaled, scaled_font, theme
from playground.views.kit.building import in_column, in_row, spaced
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property

HEADING_HEIGHT = 28
TOOL_HEIGHT, TOOL_ICON = 26, 16
MARGIN = 12
SPACING = 8
ARROW = 16


class PanelGroup(QFrame):
    """A heading with a body below; a click or Space on the heading folds the body away."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_property(self, "role", "group")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._heading = QPushButton(self)
        set_property(self._heading, "role", "heading")
        scaled(self._heading, QWidget.setFixedHeight, HEADING_HEIGHT)
        self._heading.setAccessibleName(title)
        self._heading.setToolTip(self.tr("Fold or unfold this group."))
        self._heading.clicked.connect(lambda: self.fold(not self.folded))
        self._title = QLabel(title)
        set_property(self._title, "role", "heading")
        scaled_font(self._title, 0.88, bold=True, capitals=True)
        self._detail = QLabel()
        set_property(self._detail, "role", "muted")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._arrow = QLabel()
        self._heading.setLayout(in_row(self._title, (self._detail, 1), self._arrow, gap=SPACING))
        for label in (self._title, self._detail, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._body = QWidget(self)
        self.body = QVBoxLayout(self._body)
        spaced(self.body, gap=SPACING, edges=(0, 2, 0, SPACING))
        edges = (MARGIN, SPACING // 2, MARGIN, SPACING // 2)
        self.setLayout(in_column(self._heading, self._body, gap=SPACING // 2, edges=edges))
        self._show_arrow()

    @property
    def folded(self) -> bool:
        return self._body.isHidden()

    def fold(self, folded: bool) -> None:
        self._body.setVisible(not folded)
        self._show_arrow()

    def set_detail(self, text: str) -> None:
        """Show a word about the group's state at the right of its heading."""
        self._detail.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._show_arrow()

    def _show_arrow(self) -> None:
        picture = icon("expand" if self.folded else "collapse", color=theme().muted)
        self._arrow.setPixmap(picture.pixmap(QSize(pixels(ARROW), pixels(ARROW)), self.devicePixelRatioF()))


class GroupedPanel(SnapshotView):
    """A panel of the left column: groups below each other, each remembered by name where it is folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: dict[str, PanelGroup] = {}
        self._column = in_column(gap=0)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_group(self, name: str, title: str, *content: QWidget) -> PanelGroup:
        """Put a group below the others: Tab follows the order in which widgets come into the panel."""
        group = self.groups[name] = PanelGroup(title, self)
        for widget in content:
            group.body.addWidget(widget)
        self._column.addWidget(group)
        return group

    @property
    def folded_groups(self) -> tuple[str, ...]:
        """The names of the groups that are folded; a name that no group has is passed over."""
        return tuple(name for name, group in self.groups.items() if group.folded)

    @folded_groups.setter
    def folded_groups(self, names: Iterable[str]) -> None:
        folded = frozenset(names)
        for name, group in self.groups.items():
            group.fold(name in folded)


def panel_tool(text: str, name: str, tooltip: str, picture: str, *, icon_only: bool = False) -> QToolButton:
    """Return a button with an icon and a word.

    Parameters
    ----------
    text
        The word; not shown where `icon_only`.
    name
        What those hear who cannot see the button.
    icon_only
        Whether the icon stands alone, as wide as it is high.
    """
    tool = QToolButton()
    set_property(tool, "role", "entry")
    style = Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    tool.setToolButtonStyle(style)
    tool.setIcon(icon(picture))
    scaled(tool, icon_size, TOOL_ICON)
    tool.setText(text)
    tool.setAccessibleName(name)
    tool.setToolTip(tooltip)
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space runs the training and presses no button again
    scaled(tool, QWidget.setFixedHeight, TOOL_HEIGHT)
    if icon_only:
        scaled(tool, QWidget.setFixedWidth, TOOL_HEIGHT + 6)
    else:
        tool.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return tool


def note(text: str = "", role: str = "muted") -> QLabel:
    """Return lines of plain text as wide as the panel happens to be."""
    label = QLabel(text)
    set_property(label, "role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
