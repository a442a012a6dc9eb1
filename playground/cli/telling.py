"""Nothing on the command line tells what a session hides that was saved amid a question of a lesson."""

from playground.cli.command import UsageError
from playground.files.recognition import is_session


def hidden_of(target: str) -> frozenset[str]:
    """Return what a target hides: nothing, unless it is a session amid a question.

    Raises
    ------
    FileError
        If it is a session that cannot be read.
    """
    if not is_session(target):
        return frozenset()
    from playground.lessons.masking import hidden_in
    from playground.training.saved.jobs import read_memory

    return hidden_in(read_memory(target).lesson)


def refuse_telling(command: str, target: str) -> None:
    """Refuse a command that would tell what its target hides.

    Raises
    ------
    UsageError
        If it would.
    FileError
        If the target is a session that cannot be read.
    """
    if hidden := hidden_of(target):
        from playground.lessons.masking import COMMANDS, REFUSED, would_tell

        if would_tell(COMMANDS[command], hidden):
            raise UsageError("{target}: {problem}", target=target, problem=REFUSED)
