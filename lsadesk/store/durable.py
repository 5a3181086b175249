"""Writing a small file so that a crash leaves either the old one or the new one, whole."""

import os
import sys
from collections.abc import Callable
from pathlib import Path


def replace_file(path: Path, content: bytes, verify: Callable[[bytes], object]) -> None:
    """Put *content* at *path*, durably and all at once.

    It is written under another name, read back and given to *verify*, which raises if the
    content would not serve; only then does it take the old file's place.
    """
    partial = path.with_name(path.name + ".new")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        verify(partial.read_bytes())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in *folder* have reached the disk; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
