"""How much an archive may unpack to: what a few bytes blow up to fill the memory or the day is refused."""

MAX_RATIO = 200  # unpacked to packed; text packs 3 to 10 times, tables that repeat themselves up to 100
MAX_UNPACKED = 64 * 1024 * 1024  # bytes; below this no ratio does harm
MAX_TABLE = 4 * 1024**3  # bytes of one table in an archive, which is copied to a temporary file to be read


def too_dense(unpacked: int, packed: int) -> bool:
    """Whether so many bytes out of so few are no honest archive.

    >>> too_dense(10**9, 10**6), too_dense(10**9, 10**8)
    (True, False)
    """
    return unpacked > MAX_UNPACKED and unpacked > MAX_RATIO * packed
