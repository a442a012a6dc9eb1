"""The one error of this room."""

from playground.messages import Message, RefusalError


class ExpressionError(RefusalError):
    """What is wrong with a typed expression, or with the values given to it.

    Parameters
    ----------
    reason : Message or str
        One sentence without the place.
    line, column : int
        Place in the typed text, counted from 1.

    Attributes
    ----------
    message : Message
        One line: the place, then the reason.
    """

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        self.reason = reason
        self.line = line
        self.column = column
        place = Message("line {line}, column {column}: {reason}", line=line, column=column, reason=reason)
        super().__init__(place)
