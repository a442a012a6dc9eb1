"""The menu of exports: everything a person can take elsewhere, one record each."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from playground.files import Model, write_weights
from playground.main_window.exporting import Exporter, ExportRecord, translated


def _write_onnx(path: Path, model: Model) -> None:
    from playground.files.onnx_export import write_onnx

    write_onnx(path, model)


def _write_script(framework: str) -> Callable[[Path, Model], None]:
    def write(path: Path, model: Model) -> None:
        from playground.files.python_source import write_python

        write_python(path, model, framework)

    return write


FIGURE = str(QT_TRANSLATE_NOOP("exports", "&Figure"))
ANIMATION = str(QT_TRANSLATE_NOOP("exports", "&Animation"))
_PICTURE_FILES = (
    str(QT_TRANSLATE_NOOP("exports", "Pictures (*.png)")),
    str(QT_TRANSLATE_NOOP("exports", "Drawings (*.svg)")),
)
_ANIMATION_FILES = (
    str(QT_TRANSLATE_NOOP("exports", "GIF animations (*.gif)")),
    str(QT_TRANSLATE_NOOP("exports", "Animated PNG (*.apng)")),
)
_TABLE_FILES = (str(QT_TRANSLATE_NOOP("exports", "Tables (*.csv)")),)
_SCRIPT_FILES = (str(QT_TRANSLATE_NOOP("exports", "Python scripts (*.py)")),)


def _figure(name: str, text: str) -> ExportRecord:
    tooltip = str(QT_TRANSLATE_NOOP("exports", "Write this figure as a picture, or as a drawing of any size"))
    return ExportRecord(
        f"figure_{name}", FIGURE, text, tooltip, _PICTURE_FILES, partial(Exporter.write_figure, name=name)
    )


def _animation(name: str, text: str) -> ExportRecord:
    tooltip = str(QT_TRANSLATE_NOOP("exports", "Write how this changed from the first epoch to the present one"))
    start = partial(Exporter.write_animation, name=name)
    return ExportRecord(f"animation_{name}", ANIMATION, text, tooltip, _ANIMATION_FILES, start)


_RECORDS = (
    ExportRecord(
        "weights",
        "",
        str(QT_TRANSLATE_NOOP("exports", "&Weights…")),
        str(QT_TRANSLATE_NOOP("exports", "Write the trained weights to an .npz file that plain numpy can read")),
        (str(QT_TRANSLATE_NOOP("exports", "Weights (*.npz)")),),
        partial(Exporter.write_model, write=write_weights),
    ),
    ExportRecord(
        "onnx",
        "",
        str(QT_TRANSLATE_NOOP("exports", "&ONNX graph…")),
        str(QT_TRANSLATE_NOOP("exports", "Write the network as an ONNX graph, from raw inputs to outputs")),
        (str(QT_TRANSLATE_NOOP("exports", "ONNX (*.onnx)")),),
        partial(Exporter.write_model, write=_write_onnx),
    ),
    ExportRecord(
        "numpy",
        "",
        str(QT_TRANSLATE_NOOP("exports", "&NumPy script…")),
        str(QT_TRANSLATE_NOOP("exports", "Write a script that needs nothing but numpy to do what the network does")),
        _SCRIPT_FILES,
        partial(Exporter.write_model, write=_write_script("numpy")),
    ),
    ExportRecord(
        "pytorch",
        "",
        str(QT_TRANSLATE_NOOP("exports", "&PyTorch script…")),
        str(QT_TRANSLATE_NOOP("exports", "Write a script that rebuilds the network in PyTorch with its weights")),
        _SCRIPT_FILES,
        partial(Exporter.write_model, write=_write_script("pytorch")),
    ),
    ExportRecord(
        "history",
        "",
        str(QT_TRANSLATE_NOOP("exports", "Cost &history…")),
        str(QT_TRANSLATE_NOOP("exports", "Write cost and accuracy by epoch as a table")),
        _TABLE_FILES,
        Exporter.write_history,
        starts_group=True,
    ),
    ExportRecord(
        "examples",
        "",
        str(QT_TRANSLATE_NOOP("exports", "&Data…")),
        str(QT_TRANSLATE_NOOP("exports", "Write the data as a table, a row per example")),
        _TABLE_FILES,
        Exporter.write_examples,
    ),
    _figure("output", str(QT_TRANSLATE_NOOP("exports", "&Output…"))),
    _figure("network", str(QT_TRANSLATE_NOOP("exports", "&Network diagram…"))),
    _figure("curves", str(QT_TRANSLATE_NOOP("exports", "&Cost curves…"))),
    _figure("heatmaps", str(QT_TRANSLATE_NOOP("exports", "&Weight heatmaps…"))),
    _figure("confusion", str(QT_TRANSLATE_NOOP("exports", "Con&fusion matrix…"))),
    _animation("output", str(QT_TRANSLATE_NOOP("exports", "&Output…"))),
    _animation("network", str(QT_TRANSLATE_NOOP("exports", "&Network diagram…"))),
    _animation("heatmaps", str(QT_TRANSLATE_NOOP("exports", "&Weight heatmaps…"))),
    _animation("confusion", str(QT_TRANSLATE_NOOP("exports", "Con&fusion matrix…"))),
)

EXPORTS: Mapping[str, ExportRecord] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every export by name, in the order of the menu."""


def fill_menu(menu: QMenu, exporter: Exporter) -> None:
    """Put every export into a menu."""
    menus = {"": menu}
    for record in EXPORTS.values():
        if record.starts_group:
            menu.addSeparator()
        if record.menu not in menus:
            menus[record.menu] = menu.addMenu(translated(record.menu))
        action = QAction(translated(record.text), menu)
        action.setObjectName(f"export_{record.name}")
        action.setStatusTip(translated(record.tooltip))
        action.setToolTip(translated(record.tooltip))
        action.triggered.connect(lambda _checked=False, record=record: exporter.ask(record))
        menus[record.menu].addAction(action)
