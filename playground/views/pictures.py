"""Pictures of what a network computes, for files: the output's plot as PNG, and as an animation while it learned."""

import io
from collections.abc import Sequence

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPixmap
from PySide6.QtWidgets import QApplication

from playground.training.snapshot import Snapshot
from playground.views.output.view import OutputView
from playground.views.theme import LIGHT, Theme

PNG_SIDE = 800
GIF_SIDE = 480
GIF_COLORS = 128
FRAME_MILLISECONDS = 100
LAST_MILLISECONDS = 2000
"""How long the last frame of an animation stays before it begins again."""


def output_png(snapshot: Snapshot, theme: Theme = LIGHT, side: int = PNG_SIDE) -> bytes:
    """Return the output's plot as a PNG file.

    Parameters
    ----------
    snapshot
        What to show.
    theme
        The colours.
    side
        Width and height in pixels.
    """
    return _png(_output_images([snapshot], theme, side)[0])


def output_gif(snapshots: Sequence[Snapshot], theme: Theme = LIGHT, side: int = GIF_SIDE) -> bytes:
    """Return the output's plot at several moments as an animated GIF file that repeats.

    Parameters
    ----------
    snapshots
        One per frame, at least one; all of one scene.
    theme
        The colours.
    side
        Width and height in pixels.
    """
    frames = [Image.open(io.BytesIO(_png(image))).convert("RGB") for image in _output_images(snapshots, theme, side)]
    palette = _strip(frames).quantize(GIF_COLORS, dither=Image.Dither.NONE)
    first, *others = (frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames)
    file = io.BytesIO()
    durations = [FRAME_MILLISECONDS] * len(others) + [LAST_MILLISECONDS]
    first.save(file, "GIF", save_all=True, append_images=others, duration=durations, loop=0, optimize=False)
    return file.getvalue()


def _output_images(snapshots: Sequence[Snapshot], theme: Theme, side: int) -> list[QImage]:
    view = OutputView()
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.setAutoFillBackground(True)
    view.setPalette(theme.palette())
    view.set_theme(theme)
    # A picture has no mouse.
    view.controls.hide()
    view.readout.hide()
    view.resize(side, side)
    view.show()
    images = []
    for number, snapshot in enumerate(snapshots):
        view.show_snapshot(snapshot)
        for _ in range(3 if number == 0 else 1):  # the layout settles with the first frame
            QApplication.processEvents()
        pixmap = QPixmap(side, side)
        view.render(pixmap)
        images.append(pixmap.toImage())
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    return images


def _strip(frames: Sequence[Image.Image]) -> Image.Image:
    """Return some of the frames side by side: what one palette for all of them is chosen from."""
    chosen = [frames[index * (len(frames) - 1) // 3] for index in range(4)]
    strip = Image.new("RGB", (sum(frame.width for frame in chosen), chosen[0].height))
    for place, frame in enumerate(chosen):
        strip.paste(frame, (place * frame.width, 0))
    return strip


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
