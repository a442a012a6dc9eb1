"""Figures as files: PNG, SVG, and animations of what the network did while it learned."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

from playground.training.snapshot import Snapshot
from playground.views.figures.figure import Figure, Size, draw, figure_for
from playground.views.forms.text import translated
from playground.views.kit.canvas import Canvas
from playground.views.kit.painting import painting
from playground.views.theme import LIGHT, Theme

if TYPE_CHECKING:
    from PIL.Image import Image

Pixels = tuple[int, int] | None
"""Width and height of a picture; None for what suits what it shows."""
PNG_DOTS = 2.0
"""Pixels in a unit of length where nobody asks for a size: as sharp as print and large screens want it."""
SVG_DOTS = 4.0
RESOLUTION = 90
"""Units of length in an inch, as SVG counts them."""
COLORS = 256
FRAME_MILLISECONDS = 100
LAST_MILLISECONDS = 2000
"""How long the last frame of an animation stays before it begins again."""
MOST_FRAMES = 200
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Paper(Struct, frozen=True, eq=False):
    """What is drawn on a sheet of paper, for a picture or a drawing.

    Attributes
    ----------
    size
        In units of length.
    ground
        The paper's colour.
    words
        What is to be seen there.
    """

    size: Size
    paint: Callable[[QPainter], object]
    ground: str
    title: str
    words: str

    def encoded(self, ending: str, pixels: Pixels = None) -> bytes:
        """Return it as an SVG or a PNG file; a picture without a size has `PNG_DOTS` for each unit."""
        return self.svg(pixels) if ending == ".svg" else png_file(self.image(pixels, PNG_DOTS))

    def image(self, pixels: Pixels, dots: float) -> QImage:
        """Return it in so many pixels; without, in so many dots for each unit."""
        width, height = pixels or (round(self.size[0] * dots), round(self.size[1] * dots))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(self.ground))
        with painting(image) as painter:
            painter.scale(width / self.size[0], height / self.size[1])
            self.paint(painter)
        return image

    def svg(self, pixels: Pixels = None) -> bytes:
        """Return it as an SVG file, in which lines are lines and texts are texts."""
        from PySide6.QtSvg import QSvgGenerator  # a library of its own, that only this has to wait for

        width, height = pixels or (round(self.size[0]), round(self.size[1]))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(RESOLUTION)
        generator.setSize(QSize(width, height))
        generator.setViewBox(QRectF(0, 0, *self.size))
        generator.setTitle(self.title)
        generator.setDescription(self.words)
        with painting(generator) as painter:
            self.paint(painter)
        return _with_fallback(_in_pixels(_well_formed(bytes(buffer.data().data())), width, height))


class OnPaper(Canvas):
    """Stands before a canvas among the bases of a class that is drawn on paper: ``class _Paper(OnPaper, Wall)``.

    Parameters
    ----------
    look
        Its colours, which are not the window's.
    width, height
        In units that are pixels on a screen.
    """

    def __init__(self, look: Theme, width: float, height: float) -> None:
        self._look, self._area = look, QRectF(0, 0, width, height)
        super().__init__()

    @property
    def theme(self) -> Theme:
        return self._look

    @property
    def area(self) -> QRectF:
        return self._area


def figure_png(name: str, snapshot: Snapshot, theme: Theme = LIGHT, size: Pixels = None) -> bytes:
    """Return a figure as a PNG file.

    Parameters
    ----------
    name
        Of `FIGURES`.
    snapshot
        What to show; with answers to the figure's queries.
    size
        Width and height in pixels; None for what suits the figure, at `PNG_DOTS`.
    """
    return png_file(_image(name, snapshot, theme, size, PNG_DOTS))


def png_file(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def figure_svg(name: str, snapshot: Snapshot, theme: Theme = LIGHT, size: Pixels = None) -> bytes:
    """Return a figure as an SVG file, in which lines are lines and texts are texts; arguments as for `figure_png`."""
    figure = figure_for(name, snapshot.problem_info)
    paper, scale = _paper(figure, snapshot, size)

    def paint(painter: QPainter) -> None:
        draw(figure, snapshot, painter, paper, theme, max(SVG_DOTS, scale))

    title = translated(snapshot.experiment.title)
    return Paper(paper, paint, theme.surface, title, figure.title(snapshot)).svg(size)


Paint = Callable[[Snapshot, Pixels], QImage | None]
"""Draws one moment, in so many pixels or else in as many as suit it; None for one that cannot be drawn."""


class Animation:
    """Pictures one after another, painted one at a time and written together.

    `size`: width and height in pixels; None for what suits it.
    """

    def __init__(self, paint: Paint, size: Pixels = None) -> None:
        self._paint, self._size = paint, size
        self._frames: list[Image] = []

    @classmethod
    def of_figure(cls, name: str, theme: Theme = LIGHT, size: Pixels = None) -> "Animation":
        """Return an animation of one of `FIGURES` that moves; moments whose data have no such figure are left out."""

        def paint(snapshot: Snapshot, size: Pixels) -> QImage | None:
            if figure_for(name, snapshot.problem_info).lacks(snapshot.problem_info):
                return None
            return _image(name, snapshot, theme, size, 1.0)

        return cls(paint, size)

    def __len__(self) -> int:
        return len(self._frames)

    def add(self, snapshot: Snapshot) -> None:
        """Paint one frame: some milliseconds.

        Raises `ValueError` if there are `MOST_FRAMES` already.
        """
        from PIL import Image

        if len(self._frames) >= MOST_FRAMES:
            raise ValueError(f"an animation has at most {MOST_FRAMES} frames")
        painted = self._paint(snapshot, self._size)
        if painted is None:
            return
        image = painted.convertToFormat(QImage.Format.Format_RGB888)
        # Whatever becomes of the network, all frames are as large as the first.
        self._size = size = (image.width(), image.height())
        self._frames.append(Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()))

    def encoded(self, ending: str) -> bytes:
        """Return the file, of a kind that `ANIMATIONS` names; it repeats.

        Raises `ValueError` if there is no frame.
        """
        if not self._frames:
            raise ValueError("an animation needs at least one frame")
        from PIL import Image

        # One palette for all frames: what does not change is stored once.
        palette = _strip(self._frames).quantize(COLORS, dither=Image.Dither.NONE)
        first, *others = (frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in self._frames)
        durations = [FRAME_MILLISECONDS] * len(others) + [LAST_MILLISECONDS]
        file = io.BytesIO()
        ANIMATIONS[ending].write(first, others, durations, file)
        return file.getvalue()


class AnimationFormat(Struct, frozen=True):
    """One kind of file.

    `write`: ``write(first, others, durations, file)``.
    """

    ending: str
    write: Callable[["Image", Sequence["Image"], Sequence[int], io.BytesIO], None]


def _write_gif(first: "Image", others: Sequence["Image"], durations: Sequence[int], file: io.BytesIO) -> None:
    first.save(file, "GIF", save_all=True, append_images=others, duration=list(durations), loop=0, optimize=False)


def _write_apng(first: "Image", others: Sequence["Image"], durations: Sequence[int], file: io.BytesIO) -> None:
    first.save(file, "PNG", save_all=True, append_images=others, duration=list(durations), loop=0)


ANIMATIONS: Mapping[str, AnimationFormat] = MappingProxyType(
    {record.ending: record for record in (AnimationFormat(".gif", _write_gif), AnimationFormat(".apng", _write_apng))}
)
"""Every kind of animation by its file ending."""


def _paper(figure: Figure, snapshot: Snapshot, size: Pixels) -> tuple[Size, float]:
    """Return the paper's size in units of length, and how many dots one has where a size in dots is given.

    A larger picture is a larger print of the same, texts included; a smaller one has texts of the usual size.

    Raises `FileError` if the problem, which may have changed since the figure was asked for, has no such figure.
    """
    figure.require(snapshot.problem_info)
    usual = figure.size(snapshot.problem_info)
    if size is None:
        return usual, 1.0
    scale = max(1.0, min(size[0] / usual[0], size[1] / usual[1]))
    return (size[0] / scale, size[1] / scale), scale


def _image(name: str, snapshot: Snapshot, theme: Theme, size: Pixels, dots: float) -> QImage:
    figure = figure_for(name, snapshot.problem_info)
    paper, scale = _paper(figure, snapshot, size)
    scale = scale if size else dots
    image = QImage(round(paper[0] * scale), round(paper[1] * scale), QImage.Format.Format_RGB32)
    with painting(image) as painter:
        painter.scale(scale, scale)
        draw(figure, snapshot, painter, paper, theme, scale)
    return image


def _strip(frames: Sequence["Image"]) -> "Image":
    """Return some of the frames side by side: what one palette for all of them is chosen from."""
    from PIL import Image

    chosen = [frames[index * (len(frames) - 1) // 3] for index in range(4)]
    strip = Image.new("RGB", (sum(frame.width for frame in chosen), chosen[0].height))
    for place, frame in enumerate(chosen):
        strip.paste(frame, (place * frame.width, 0))
    return strip


def _well_formed(svg: bytes) -> bytes:
    """Put a sign in the place of characters that XML does not have: a name may come from anybody's file."""
    return NOT_IN_XML.sub("\ufffd", svg.decode("utf-8", "replace")).encode()


def _in_pixels(svg: bytes, width: int, height: int) -> bytes:
    """Write the size in pixels: Qt's millimetres come back one pixel short."""
    return re.sub(rb'width="[0-9.]+mm" height="[0-9.]+mm"', b'width="%d" height="%d"' % (width, height), svg, count=1)


def _with_fallback(svg: bytes) -> bytes:
    """Name a second typeface, for a viewer that does not have ours: else it would take one with serifs."""
    family = QFont(QGuiApplication.font()).family().encode()
    return svg.replace(b'font-family="' + family + b'"', b'font-family="' + family + b', sans-serif"')
