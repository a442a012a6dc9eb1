"""How much memory the timeline may take: the choices of its menu."""

MEBIBYTE = 2**20
BUDGETS = (4 * MEBIBYTE, 16 * MEBIBYTE, 64 * MEBIBYTE, 256 * MEBIBYTE, 1024 * MEBIBYTE)
"""In bytes, ascending."""


def size_text(n_bytes: int) -> str:
    """Return a size in MiB with as many digits as are worth reading: ``0.3``, ``12``."""
    size = n_bytes / MEBIBYTE
    return f"{size:.0f}" if size >= 9.95 or n_bytes == 0 else f"{size:.1f}"
