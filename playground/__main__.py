"""The program's entry point: ``playground`` and ``python -m playground``."""

import os
import signal
import sys

ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""How many threads a product of matrices takes, for each library that numpy may have been built with."""


def main() -> int:
    """Run the command line and return the process's exit code."""
    for name in THREADS:
        # The other core draws or trains: a product shared with it waits for it, many times longer than it takes.
        os.environ.setdefault(name, "1")
    early: list[int] = []
    for name in ENDINGS:  # also during start-up, an end is quiet and in good order
        number = signal.Signals.__members__.get(name)
        if number is not None and (name != "SIGHUP" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, lambda number, _: early.append(number))
    from playground import cli

    return cli.main(interrupted=bool(early))


if __name__ == "__main__":
    sys.exit(main())
