import pytest

from playground.messages import with_particles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("값을(를)", "값을"),
        ("기울기을(를)", "기울기를"),
        ("행이(가)", "행이"),
        ("'나이'이(가)", "'나이'가"),
        ("x2은(는)", "x2는"),
        ("x3은(는)", "x3은"),
        ("10와(과)", "10과"),
        ("7(으)로", "7로"),
        ("6(으)로", "6으로"),
        ("열(으)로", "열로"),
        ("손실(으)로", "손실로"),
        ("값(으)로", "값으로"),
        ("W1을(를)", "W1을"),
        ("L을(를)", "L을"),
        ("`label`을(를)", "`label`을"),
        ("세션(.playground)이(가)", "세션(.playground)이"),
        ("price을(를)", "price를"),
        ("model을(를)", "model을"),
        ("'text'을(를)", "'text'를"),
        ("folder이(가)", "folder가"),
        ("step은(는)", "step은"),
        ("을(를)", "를"),
        ("열(이)", "열이"),
        ("표(이)", "표"),
        ("하나이어야(여야) 합니다", "하나여야 합니다"),
        ("정수형이어야(여야) 합니다", "정수형이어야 합니다"),
    ],
)
def test_the_last_sound_decides(text, expected):
    assert with_particles(text) == expected


def test_every_pair_of_a_sentence():
    assert with_particles("'a'을(를) 3(으)로, 'b'와(과)") == "'a'를 3으로, 'b'와"
