"""What the campaigns share: so many attempts or minutes, drawn from a seed, and what escaped."""

import argparse
import json
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable


def origin(trace: str) -> str:
    """Return what was raised and where, of a traceback or of the traceback that its error tells, each time the same."""
    place = re.findall(r'File "(?:.*?playground/)?([^"]+)", line (\d+)', trace)[-1]
    last = [line for line in trace.splitlines() if re.match(r"\w[\w.]*(Error|Exception|Warning)\b", line)][-1]
    return f"{last.partition(':')[0]} at {':'.join(place)}"


def campaign(description: str, count: int, attempt: Callable[[random.Random], str]) -> int:
    """Make attempts and print what they came to; return 1 if anything escaped.

    Parameters
    ----------
    attempt
        Does one thing and returns what it came to, one word; whatever it raises has escaped.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--count", type=int, default=count, help="how many attempts")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long")
    options = parser.parse_args()
    begin, outcomes, escapes, slowest = time.monotonic(), Counter(), {}, 0.0
    for number in range(options.count):
        if time.monotonic() - begin > 60 * options.minutes:
            break
        start = time.monotonic()
        try:
            # Each attempt has a seed of its own, so that it can be made again alone.
            outcomes[attempt(random.Random(f"{options.seed}/{number}"))] += 1
        except Exception as error:
            outcomes["escaped"] += 1
            key = origin(traceback.format_exc())
            if key not in escapes:
                escapes[key] = f"attempt {number}: {error}"[:500]
                traceback.print_exc(limit=-6)
        slowest = max(slowest, time.monotonic() - start)
    figures = {
        "attempts": sum(outcomes.values()),
        "seed": options.seed,
        "outcomes": dict(outcomes),
        "escapes": escapes,
        "slowest_s": round(slowest, 2),
        "minutes": round((time.monotonic() - begin) / 60, 1),
    }
    print(json.dumps(figures, indent=1), file=sys.stdout)
    return 1 if escapes else 0
