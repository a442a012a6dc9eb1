"""What is conspicuous, as sentences, each with a link to the preset that shows it."""

from functools import cache

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.files import read_preset
from playground.training.findings import RULES, Finding
from playground.views.forms.text import translated
from playground.views.health.link import EDGE, LinkButton
from playground.views.icons import icon
from playground.views.panel_style import set_property
from playground.views.theme import LIGHT, Theme

ICON = 16
LOOKS = {"healthy": ("check", "positive"), "diverged": ("error", "error")}
"""Icon and colour of a kind; the others wear `WARNING`."""
WARNING = ("divergence", "warning")


class FindingRow(QWidget):
    """One finding: an icon, its name, what was found, what to try, and the link.

    Attributes
    ----------
    preset_requested
        The link was clicked.
    """

    preset_requested = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self.preset = finding.kind, finding.preset
        self._icon = QLabel()
        self._icon.setFixedSize(ICON, ICON)
        self.label = QLabel()
        self.label.setContentsMargins(EDGE, 0, 0, 0)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        self.link: LinkButton | None = None
        if finding.preset:
            self.link = LinkButton(self.tr("Show me: preset {}").format(preset_name(finding.preset)))
            self.link.setToolTip(self.tr("Open the preset that shows this; Undo brings the present one back."))
            self.link.clicked.connect(self._request)
            column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(4)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Write the present numbers of the same kind of finding."""
        text = sentence(finding)
        if text != self.label.text():
            self.label.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        name, color = LOOKS.get(self._kind, WARNING)
        picture = icon(name, theme, getattr(theme, color))
        self._icon.setPixmap(picture.pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        if self.link is not None:
            self.link.set_theme(theme)

    def _request(self) -> None:
        self.preset_requested.emit(self.preset)


class FindingsPanel(QScrollArea):
    """All findings, scrolled where there is no room for them.

    Attributes
    ----------
    preset_requested
        The id of a preset whose link was clicked.
    """

    preset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._findings: tuple[Finding, ...] = ()
        self.rows: tuple[FindingRow, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Findings"))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(4)
        self.early = QLabel(self.tr("Too early to tell: run the training."))
        set_property(self.early, "role", "muted")
        self._column.addWidget(self.early)
        self._column.addStretch(1)
        self.setWidget(content)

    def show_findings(self, findings: tuple[Finding, ...], present: str = "") -> None:
        """Show these; rows of the same kinds only change their numbers.

        `present` is the name of the experiment: no link leads to where we are.
        """
        if [finding.kind for finding in findings] != [finding.kind for finding in self._findings]:
            self._replace_rows(findings)
        else:
            for row, finding in zip(self.rows, findings, strict=True):
                row.show_finding(finding)
        for row in self.rows:
            if row.link is not None:
                row.link.setVisible(preset_name(row.preset) != present)
        self._findings = findings

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)

    def height_for(self, width: int) -> int:
        """Return the height that shows everything at a width."""
        if not self.rows:
            return self.early.sizeHint().height()
        heights = [row.heightForWidth(width - 4) for row in self.rows]
        return sum(heights) + self._column.spacing() * len(heights)

    def minimumSizeHint(self) -> QSize:
        """Return room for three lines."""
        return QSize(100, min(3 * QFontMetrics(self.font()).height(), self.height_for(max(self.width(), 200))))

    def _replace_rows(self, findings: tuple[Finding, ...]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(FindingRow(finding) for finding in findings)
        self.early.setVisible(not findings)
        for index, row in enumerate(self.rows):
            row.set_theme(self._theme)
            row.preset_requested.connect(self.preset_requested)
            self._column.insertWidget(index, row)


def sentence(finding: Finding) -> str:
    """Return a finding in the language of the window, as rich text."""
    rule = RULES[finding.kind]
    found = translated(rule.sentence).format(**finding.numbers)
    if not rule.advice:
        return found
    return f"<b>{translated(rule.label)}.</b> {found} <i>{translated(rule.advice)}</i>"


@cache
def preset_name(preset: str) -> str:
    """Return what the preset is called."""
    return read_preset(preset).title
