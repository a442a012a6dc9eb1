"""Where the folders that travel with the program are."""

from importlib.resources import files
from pathlib import Path

from playground.files.errors import FileError


def folder(name: str) -> Path:
    """Return the folder `presets` or `resources`, wherever the program was installed.

    A wheel carries it inside the package; in a checkout, an unpacked source distribution or an editable install it
    stands beside the package.

    Raises
    ------
    FileError
        If neither place has it.
    """
    package = Path(str(files("playground")))
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise FileError(
        "{package}: the program's own folder {name!r} is missing; install the program again",
        package=package / name,
        name=name,
    )
