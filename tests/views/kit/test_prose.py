import pytest

from playground.views.kit.prose import MOST, prose, unbroken


def pieces(text):
    """What a line can end after: as it is read, without what holds it together."""
    plain = str.maketrans({"\u00a0": " ", "\u2060": None})
    return [piece.translate(plain) for piece in unbroken(text).split(" ")]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("The layer computes A¹ = σ(W¹X + B¹) here", "A¹ = σ(W¹X + B¹)"),
        ("then f = 2·r, r = p + q, p = x·y. So", "r = p + q,"),
        ("along e·cos(t − 1) it goes", "e·cos(t − 1)"),
        ("u = (t², sin t), so", "u = (t², sin t),"),
        ("|a − n| / (|a| + |n|)로 봅니다", "|a − n| / (|a| + |n|)로"),
        ("표준화는 (x − 평균) / 표준편차입니다", "(x − 평균) / 표준편차입니다"),
    ],
)
def test_a_formula_is_one_piece(text, formula):
    assert formula in pieces(text)


def test_words_part_where_they_did():
    text = "A multiply gate (of two inputs, say) exchanges: each input gets the other."
    assert unbroken(text) == text


def test_a_formula_longer_than_a_line_parts_at_its_relations_first():
    text = "∂f/∂t = ∂f/∂x·dx/dt + ∂f/∂y·dy/dt = 2·cos(t − 1)·(1 − sin t)"
    parts = pieces(text)
    assert parts[-1] == "= 2·cos(t − 1)·(1 − sin t)"
    assert all(len(part) <= MOST for part in parts)


def test_inside_a_name_no_line_ends():
    assert unbroken("dW[1][1,1] and ∂E/∂w1") == "dW[1]\u2060[1,1] and ∂E/\u2060∂w1"
    assert unbroken("g′(z)와 y²/2이므로") == "g′\u2060(z)와 y²/\u20602이므로"
    assert unbroken("training/test 예/아니요") == "training/test 예/아니요"


def test_a_label_says_what_it_was_told(qtbot):
    label = prose()
    qtbot.addWidget(label)
    label.setText("a = b + c")
    assert label.text() == "a = b + c"
    label.clear()
    assert label.text() == ""
