"""What a desktop shows of the program before it runs: icon, entry in the menus, page in a software centre."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QImage

from playground.files import folder

NAME = "backpropagation-playground"
FOLDER = folder("resources") / "desktop"
DESKTOP, METADATA = FOLDER / f"{NAME}.desktop", FOLDER / f"{NAME}.metainfo.xml"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_window_has_the_icon(window, qapp):
    assert not qapp.windowIcon().isNull()
    assert not window.windowIcon().pixmap(64, 64).isNull()
    assert qapp.desktopFileName() == NAME
    picture = QImage(str(FOLDER / f"{NAME}.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    assert picture.pixelColor(0, 0).alpha() == 0


def test_the_drawing_of_the_icon_is_square():
    root = ElementTree.parse(FOLDER / f"{NAME}.svg").getroot()
    assert root.get("viewBox") == "0 0 128 128"


def test_the_entry_starts_the_program_in_both_languages():
    texts = entry()
    assert texts["Exec"].split() == ["playground", "%f"]
    assert texts["Icon"] == texts["StartupWMClass"] == NAME
    assert texts["Type"] == "Application"
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert texts[key]
        assert texts[f"{key}[ko]"]
    assert texts["Categories"].endswith(";")


def test_the_metadata_lead_to_the_entry_in_both_languages():
    root = ElementTree.parse(METADATA).getroot()
    assert root.get("type") == "desktop-application"
    assert root.findtext("launchable") == DESKTOP.name
    assert root.findtext("project_license") == "MIT"
    assert root.findtext("provides/binary") == "playground"
    for tag in ("name", "summary", "description/p"):
        languages = [element.get(LANG) for element in root.findall(tag)]
        assert languages == [None, "ko"], tag
    items = [item.get(LANG) for item in root.findall("description/ul/li")]
    assert items == [None, "ko"] * (len(items) // 2)


@pytest.mark.parametrize(
    "command",
    [["desktop-file-validate", str(DESKTOP)], ["appstreamcli", "validate", "--no-net", str(METADATA)]],
    ids=lambda command: command[0],
)
def test_the_tools_of_the_desktop_find_nothing_wrong(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
