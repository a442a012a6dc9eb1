"""What a start takes: only what the first frame needs."""

import subprocess
import sys

STARTED = """
import linecache
import playground.app
print(*linecache.cache, sep="\\n")
"""


def test_no_module_is_read_as_text_when_the_program_is_imported():
    done = subprocess.run([sys.executable, "-c", STARTED], check=True, capture_output=True, text=True)
    read = [name for name in done.stdout.splitlines() if "playground" in name or "pyqtgraph" in name]
    assert read == []


READING_AHEAD = """
import sys
from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES, read_ahead
from playground.views.formulas.typesetting import typeset
views = [page.view for page in (*WORKSPACES.values(), *LOWER_RIGHT.values()) if isinstance(page.view, str)]
files = {"playground.views." + view.partition(":")[0] for view in views}
assert len(files) > 10 and not files & set(sys.modules) and "ziamath" not in sys.modules
thread = read_ahead()
found = typeset("x^2")  # at once: it waits for the end of that import, and no longer
assert found is not None and "ziamath" in sys.modules
thread.join()
assert files <= set(sys.modules)
"""


def test_what_the_other_workspaces_need_is_imported_ahead():
    subprocess.run([sys.executable, "-c", READING_AHEAD], check=True)
