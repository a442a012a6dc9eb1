"""``playground [TARGET]``: open the window."""

from playground.cli.display import load_app, require_display, start_application
from playground.files import open_target


def open_window(target: str | None) -> int:
    """Open the window and return its exit code when it is closed.

    Raises
    ------
    CommandError, FileError
        If there is no display, or the target cannot be used.
    """
    if target is not None:
        open_target(target)  # a typing error is told at once, without starting Qt
    require_display()
    app = load_app()
    start_application(app)
    return int(app.run_window(target))
