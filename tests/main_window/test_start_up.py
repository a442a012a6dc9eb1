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
