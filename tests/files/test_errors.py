from playground.files import FileError
from playground.files.errors import QUOTE_LENGTH, allowed_names, quoted


def test_a_message_is_one_line_whatever_it_quotes():
    assert str(FileError("a file\nnamed badly\r\nand worse\u2028still: no")) == "a file named badly and worse still: no"


def test_long_values_are_cut():
    assert len(quoted("x" * 10_000)) == QUOTE_LENGTH
    assert quoted(3) == "3"


def test_the_nearest_name_comes_first():
    assert allowed_names("rleu", ["tanh", "relu"]) == "did you mean 'relu'? Known: tanh, relu"
    assert allowed_names("zzz", ["tanh", "relu"]) == "known: tanh, relu"
