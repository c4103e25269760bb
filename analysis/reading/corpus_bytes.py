"""Stand-in."""

import os
import stat

from analysis.reading.post import MAX_BYTES
from analysis.reading.problems import Skipped


def bytes_of(file: str) -> bytes:
    try:
        status = os.stat(file)
        if not stat.S_ISREG(status.st_mode):
            raise Skipped("unreadable", "it is not a regular file.")
        if status.st_size > MAX_BYTES:
            raise Skipped(
                "size", f"the file has {status.st_size:,} bytes; files of up to {MAX_BYTES:,} bytes are read."
            )
        with open(file, "rb", buffering=0) as stream:
            return stream.readall()
    except OSError as error:
        raise Skipped("unreadable", f"the file can't be read: {(error.strerror or str(error)).lower()}.") from None
