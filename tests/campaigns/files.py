"""Mutated files over all readers: each is used or refused in one line, and nothing else happens."""

import gzip
import json
import random
import struct
import sys
import tempfile
import warnings
from pathlib import Path

from campaign import campaign

from playground.data import inspect_table
from playground.files import open_target, override, read_preset, write_experiment, write_weights
from playground.files.overrides import experiment_from_text, settings_text
from playground.messages import RefusalError
from playground.training import TrainingSession
from playground.training.commands import PinRun, Scrub
from playground.training.commands.files import SaveSession
from playground.training.saved.jobs import read_memory

TOKENS = [
    b"",
    b"0",
    b"-1",
    b"1e308",
    b"1e-320",
    b"nan",
    b"9" * 400,
    b'"',
    b",",
    b";",
    b"\n",
    b"\0",
    b"\xff",
    b"\xc2\xa0",
]
TOKENS += [b"null", b"{}", b"[]", b"true", b"[" * 3000, b"\\ud800", b"x1**9", b"9007199254740993"]
TOKENS += [b"-", b"%", b"\x1a"]


def originals(folder: Path) -> dict[str, bytes]:
    """Return the contents of one good file for each reader, by its ending."""
    session = TrainingSession(override(read_preset("xor"), ["data.samples=20"]))
    session.advance(10.0, until_epoch=3)
    PinRun("kept").apply(session)
    session.advance(10.0, until_epoch=5)
    Scrub(4).apply(session)
    SaveSession(folder / "a.playground").apply(session)
    while session.jobs.advance(1.0):
        pass
    write_experiment(folder / "a.json", session.experiment)
    write_weights(folder / "a.npz", session.run.model())
    rows = "".join(f"{i * 37 % 11},{i * i % 7}.5,{'abc'[i % 3]},{i % 2}\n" for i in range(40))
    images = struct.pack(">4I", 0x803, 12, 4, 4) + bytes(i * 37 % 256 for i in range(12 * 16))
    (folder / "t-labels-idx1-ubyte").write_bytes(struct.pack(">2I", 0x801, 12) + bytes(i % 3 for i in range(12)))
    made = {path.suffix: path.read_bytes() for path in folder.glob("a.*")}
    made |= {".csv": ("width,height,kind,y\n" + rows).encode(), ".tsv": rows.replace(",", "\t").encode()}
    made |= {"-images-idx3-ubyte": images, "-images-idx3-ubyte.gz": gzip.compress(images)}
    return made | {".settings": settings_text(session.experiment).encode()}


def mutated(data: bytes, draw: random.Random) -> bytes:
    """Return the contents with a few places changed."""
    changed = bytearray(data)
    for _ in range(draw.choice([1, 1, 1, 2, 3, 8])):
        at = draw.randrange(len(changed) + 1)
        end = min(len(changed), at + draw.choice([0, 1, 1, 4, 50]))
        changed[at:end] = draw.choice([*TOKENS, bytes([draw.randrange(256)]), bytes(changed[end : end + 40]) * 2])
    return bytes(changed[: draw.randrange(len(changed) + 1)] if draw.random() < 0.05 else changed)


def use(path: Path) -> None:
    """Open a file as a person would."""
    if path.suffix == ".playground":
        TrainingSession.from_memory(read_memory(str(path))).step_epoch()
    elif path.suffix == ".settings":
        experiment_from_text(path.read_text("utf-8", "surrogateescape"))
    else:
        if path.suffix in (".csv", ".tsv"):
            inspect_table(str(path))
        open_target(str(path))


def main() -> int:
    """Run the campaign."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        good = originals(folder)

        def attempt(draw: random.Random) -> str:
            ending = draw.choice(sorted(good))
            path = folder / f"t{ending}"
            path.write_bytes(mutated(good[ending], draw))
            try:
                use(path)
            except RefusalError as error:
                line = error.message
                assert "\n" not in line, json.dumps(line)
                assert len(line) < 3000, f"a refusal of {len(line)} characters: {line[:200]}"
                return "refused"
            return "used"

        return campaign(__doc__ or "", 100_000, attempt)


if __name__ == "__main__":
    sys.exit(main())
