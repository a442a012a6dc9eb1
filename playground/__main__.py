"""The program's entry point: ``playground`` and ``python -m playground``."""

import sys


def main() -> int:
    """Run the command line and return the process's exit code."""
    try:
        # Imported here so that Ctrl+C during start-up is quiet too.
        from playground import cli

        return cli.main()
    except KeyboardInterrupt:
        return 1


if __name__ == "__main__":
    sys.exit(main())
