"""Programs killed while they save: the file is whole, the old one or the new one, and nothing is left beside it."""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from campaign import campaign

from playground.files import disk
from playground.training.saved.jobs import read_memory

SAVING = """
import sys
from pathlib import Path
from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.commands.files import SaveSession
session = TrainingSession(read_preset("circles"))
while True:
    session.advance(0.05)
    SaveSession(Path(sys.argv[1])).apply(session)
    while session.jobs.advance(0.01):
        pass
    print(session.update, flush=True)
"""


def main() -> int:
    """Run the campaign."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "a.playground"

        def attempt(draw: random.Random) -> str:
            with subprocess.Popen([sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                saved = int(process.stdout.readline())
                time.sleep(draw.uniform(0, 0.2))
                process.kill()
            assert read_memory(str(path)).run.state.trainer.update >= saved
            left = [entry for entry in Path(scratch).iterdir() if entry != path]
            disk.OLD_SECONDS = -1.0
            disk.sweep(path.parent)
            assert list(Path(scratch).iterdir()) == [path]
            return "amid a save" if left else "between two"

        return campaign(__doc__ or "", 100, attempt)


if __name__ == "__main__":
    sys.exit(main())
