"""The program's entry point: ``playground`` and ``python -m playground``."""

import signal
import sys

ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")


def main() -> int:
    """Run the command line and return the process's exit code."""
    early: list[int] = []
    for name in ENDINGS:  # also during start-up, an end is quiet and in good order
        number = signal.Signals.__members__.get(name)
        if number is not None and (name != "SIGHUP" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, lambda number, _: early.append(number))
    from playground import cli

    return cli.main(interrupted=bool(early))


if __name__ == "__main__":
    sys.exit(main())
