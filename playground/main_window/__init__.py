"""The main window: the action table, the panels' places and the wires between them and the worker."""

from playground.main_window.window import MainWindow

__all__ = ["MainWindow"]
