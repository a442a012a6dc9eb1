"""Why the system did not let a file be read or written: its own words are in no language of ours."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

from playground.messages import Message

_REASONS: Mapping[int, Message] = MappingProxyType(
    {
        errno.ENOENT: Message("no such file or folder"),
        errno.EACCES: Message("access is not allowed"),
        errno.EPERM: Message("access is not allowed"),
        errno.EISDIR: Message("it is a folder"),
        errno.ENOTDIR: Message("a part of the path is no folder"),
        errno.ENAMETOOLONG: Message("the name is too long"),
        errno.ENOSPC: Message("the disk is full"),
        errno.EDQUOT: Message("there is no room left for you on the disk"),
        errno.EROFS: Message("nothing can be written there"),
        errno.EPIPE: Message("nobody reads it any more"),
    }
)


def system_reason(error: OSError) -> str:
    """Return why, as the end of a sentence: one of ours, or what the system says."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
