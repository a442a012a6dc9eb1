"""Korean particles: which of the two forms follows a word is decided by the word's last sound.

A Korean template writes both, as Korean does where the word is not known: ``{column}을(를)``. Here one is chosen.
"""

import re

_PAIR = re.compile(r"을\(를\)|이\(가\)|은\(는\)|와\(과\)|과\(와\)|\(으\)로|\(이\)|이어야\(여야\)")
_CLOSING = "\"'`’”)]}»>·.%: "
"""What may stand between a word and its particle."""
_ASIDE = re.compile(r"(?<=[가-힣])\([^()]*\)$")
"""What is said aside of a word is not read before its particle: 세션(.playground)이."""
_FORMS = {
    "을(를)": ("을", "를"),
    "이(가)": ("이", "가"),
    "은(는)": ("은", "는"),
    "와(과)": ("과", "와"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)": ("이", ""),
    "이어야(여야)": ("이어야", "여야"),
}
"""Each pair as it is written: the form behind a final consonant, and the one behind a vowel."""
_L_SOUND = frozenset("178lLrRㄹ")
"""일, 칠, 팔, 엘, 알: they end in ㄹ, behind which it is 로."""
_CLOSED = frozenset("013678lLmMnNrR")
"""Digits and letters whose Korean names end in a consonant: 영 일 삼 육 칠 팔, 엘 엠 엔 알."""
_CLOSED_WORD = re.compile(r"([lmn]|ng|ck|[aeiou][bckpt])$", re.IGNORECASE)
"""A Latin word that is read with a final consonant, more often than not: 모델, 맵, 셋; but 시드, 텍스트, 네트워크."""


def with_particles(text: str) -> str:
    """Return a text with one form of every pair: ``값을(를)`` → ``값을``, ``x2을(를)`` → ``x2를``."""
    return _PAIR.sub(lambda found: _form(text[: found.start()], found[0]), text)


def _form(before: str, pair: str) -> str:
    closed, open_ = _FORMS[pair]
    sound = _final_sound(_ASIDE.sub("", before).rstrip(_CLOSING))
    return open_ if sound == "" or (sound == "ㄹ" and pair == "(으)로") else closed


def _final_sound(word: str) -> str:
    """Return the final consonant of a word: empty for a vowel, ``ㄹ``, or ``other``."""
    if not word:
        return ""
    last = word[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return "" if final == 0 else "ㄹ" if final == 8 else "other"
    if last.isascii() and last.isalpha() and len(word) > 1 and word[-2].isascii() and word[-2].isalpha():
        if _CLOSED_WORD.search(word) is None:
            return ""
        return "ㄹ" if last in "lL" else "other"
    if last in _L_SOUND:
        return "ㄹ"
    return "other" if last in _CLOSED else ""
