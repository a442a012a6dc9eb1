"""JSON with something changed in it, as a bad program, a curious student or a bad disk would."""

import copy
import json

from hypothesis import strategies as st

NUMBERS = (0, -1, 1, 7, 2**31, -(2**63), 10**30, 0.5, -0.25, 1e308, 1e-320)
TEXTS = ("", "0", "x", "-0.25", "NaN", "\n", "\0", "\ud7ff", "9" * 400, "../../etc/passwd")
FORMULAS = ("W[1]", "dW[9][1,1]", "1/0", "cost", "((", "__import__('os')")
PARTS = ([], {}, [[]], [1, 2], {"en": "x"}, {"x": 1}, [None] * 50, {"kind": "number", "answer": "m"})
JUNK = st.sampled_from([None, True, False, *NUMBERS, *TEXTS, *FORMULAS, *PARTS])


def places(thing, path=()):
    """The paths of everything inside JSON."""
    yield path
    parts = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


@st.composite
def mutated(draw, original):
    """JSON with one to three of its parts put in another's place, left out, doubled, or replaced by junk."""
    thing = copy.deepcopy(original)
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from([path for path in places(thing) if path] or [("x",)]))
        holder = thing
        for key in path:
            holder = holder[key]
        way = draw(st.sampled_from(["junk", "junk", "number", "leave out", "double", "unknown"]))
        if way == "number" and isinstance(holder[last], int | float):
            holder[last] = holder[last] * draw(st.sampled_from([-1, 0, 2, 1e6, 0.001])) + draw(st.sampled_from([0, 1]))
        elif way == "leave out":
            del holder[last]
        elif way == "double" and isinstance(holder, list):
            holder.insert(last, copy.deepcopy(holder[last]))
        elif way == "unknown" and isinstance(holder, dict):
            holder["surprise"] = copy.deepcopy(draw(JUNK))
        else:
            holder[last] = copy.deepcopy(draw(JUNK))
    return json.dumps(thing)


@st.composite
def damaged(draw, original):
    """Bytes with one to three places overwritten, or cut off."""
    content = bytearray(original)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(content) - 1, 0)))
        content[at : at + draw(st.sampled_from([0, 1, 4, 50]))] = draw(st.binary(max_size=8))
    return bytes(content[: draw(st.integers(0, len(content)))] if draw(st.integers(0, 9)) == 0 else content)
