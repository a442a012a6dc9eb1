"""What is conspicuous, as sentences, each with a link to the preset that shows it."""

from functools import cache
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.files import read_preset
from playground.training.diagnostics import Finding
from playground.views.forms.text import translated
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, restyled, scaled, theme
from playground.views.kit.building import spaced
from playground.views.panel_style import set_property

ICON, EDGE = 16, 3
LOOKS = {"healthy": ("check", "positive"), "too_early": ("early", "muted"), "diverged": ("error", "error")}
"""Icon and colour of a kind; the others wear `WARNING`."""
WARNING = ("divergence", "warning")
CONSEQUENCE = "no_better_than_constant"
PLAIN = ("healthy", "too_early")
"""Their sentences say it all."""


class FindingRow(QWidget):
    """One finding: an icon, its name, what was found, what to do, and the links.

    Attributes
    ----------
    preset_requested
        The link to the preset was clicked.
    remedy_requested
        The link that carries out the remedy was clicked.
    """

    preset_requested = Signal(str)
    remedy_requested = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding, self.preset = finding, finding.kind.preset
        self._icon = QLabel()
        self.label = QLabel()
        scaled(self.label, QWidget.setContentsMargins, EDGE, 0, 0, 0)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        links = QHBoxLayout()
        spaced(links, gap=12)
        self.link: QPushButton | None = None
        self.remedy: QPushButton | None = None
        if finding.changes:
            self.remedy = _link(self.tr("Try it"))
            self.remedy.clicked.connect(self._carry_out)
            links.addWidget(self.remedy)
        if self.preset:
            self.link = _link(self.tr("Show me: preset {}").format(translated(preset_name(self.preset))))
            self.link.setToolTip(self.tr("Open the preset that shows this; Undo brings the present one back."))
            self.link.clicked.connect(self._request)
            links.addWidget(self.link)
        links.addStretch(1)
        column.addLayout(links)
        layout = QHBoxLayout(self)
        spaced(layout, gap=4, edges=(0, 1, 0, 1))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        self.show_finding(finding)
        self.restyle()

    def show_finding(self, finding: Finding) -> None:
        """Write the present numbers of the same kind of finding."""
        self.finding = finding
        if self.remedy is not None:
            settings = escape("\n".join(finding.settings)).replace("\n", "<br>")
            begins = self.tr("Begin again from the first weights with these settings; Undo brings this run back.")
            self.remedy.setToolTip(f"<p>{begins}</p><p>{settings}</p>")
        text = sentence(finding)
        if text != self.label.text():
            self.label.setText(text)

    def restyle(self) -> None:
        """Draw the icon in the colours and the size of now."""
        name, color = LOOKS.get(self.finding.name, WARNING)
        picture = icon(name, theme(), theme().color(color))
        self._icon.setFixedSize(pixels(ICON), pixels(ICON))
        self._icon.setPixmap(picture.pixmap(QSize(pixels(ICON), pixels(ICON)), self.devicePixelRatioF()))

    def _carry_out(self) -> None:
        self.remedy_requested.emit(self.finding)

    def _request(self) -> None:
        self.preset_requested.emit(self.preset)


class FindingsPanel(QScrollArea):
    """All findings, scrolled where there is no room for them.

    Attributes
    ----------
    preset_requested
        The id of a preset whose link was clicked.
    remedy_requested
        A finding whose remedy is to be carried out.
    """

    preset_requested = Signal(str)
    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self.rows: tuple[FindingRow, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Findings"))
        content = QWidget()
        self._column = QVBoxLayout(content)
        spaced(self._column, gap=4, edges=(0, 0, 4, 0))
        self._column.addStretch(1)
        self.setWidget(content)

    def show_findings(self, findings: tuple[Finding, ...], present: str = "") -> None:
        """Show these; rows of the same kinds only change their numbers.

        `present` is the name of the experiment: no link leads to where we are.
        """
        if [_shape(finding) for finding in findings] != [_shape(finding) for finding in self._findings]:
            self._replace_rows(findings)
        else:
            for row, finding in zip(self.rows, findings, strict=True):
                row.show_finding(finding)
        for row in self.rows:
            if row.link is not None:
                # Beside its cause, it is the cause's preset that shows how it comes about.
                is_consequence = row.finding.name == CONSEQUENCE and len(self.rows) > 1
                row.link.setVisible(preset_name(row.preset) != present and not is_consequence)
        self._findings = findings

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            for row in self.rows:
                row.restyle()

    def height_for(self, width: int) -> int:
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
        for index, row in enumerate(self.rows):
            row.preset_requested.connect(self.preset_requested)
            row.remedy_requested.connect(self.remedy_requested)
            self._column.insertWidget(index, row)


def _link(text: str) -> QPushButton:
    """Return a button that looks like a link; a long text gives way."""
    link = QPushButton(text)
    set_property(link, "role", "link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    link.setMinimumWidth(pixels(40))
    return link


def _shape(finding: Finding) -> tuple[str, bool]:
    """Return what a row is built after; all else of it can change."""
    return finding.name, bool(finding.changes)


def sentence(finding: Finding) -> str:
    """Return a finding in the language of the window, as rich text."""
    found = escape(translated(finding.sentence), quote=False)
    if finding.name in PLAIN:
        return found
    remedy = "" if finding.remedy is None else f"<br>→ {escape(translated(finding.remedy), quote=False)}"
    return f"<b>{translated(finding.kind.label)}.</b> {found}{remedy}"


@cache
def preset_name(preset: str) -> str:
    return read_preset(preset).title
