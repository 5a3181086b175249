"""Where a college file may live: on a disk of this computer that no program synchronises.

SQLite's own documentation rules out network file systems; a folder that a service copies
while it is written to ends as two half files.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from lsadesk.errors import UserError

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p"}
    | {"glusterfs", "lustre", "davfs", "davfs2", "webdav", "afpfs", "network", "drvfs"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs"}
    | {"fuse.s3fs", "fuse.smbnetfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver"}
)
_SYNCED = (
    ("OneDrive", re.compile(r"onedrive( ?-.*)?|skydrive")),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?")),
    ("Google Drive", re.compile(r"google ?drive(-.*)?|my drive|shared drives")),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
)
_WINDOWS_NETWORK_DRIVE = 4
_ADVICE = "Choose a folder on this computer's own disk; a finished backup may be kept there."


def check_place(
    folder: Path,
    *,
    filesystem: Callable[[Path], str] | None = None,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Refuse a network share or a synchronised folder.

    Raises:
        UserError: says why it cannot be there, and where instead.
    """
    service = _synced_by(folder, environment)
    if service:
        raise UserError(
            f"{folder} is kept in step by {service}, which can damage a college file while "
            f"people work in it. {_ADVICE}"
        )
    if _is_unc(folder) or (filesystem or filesystem_of)(folder) in _NETWORK:
        raise UserError(
            f"{folder} is on a network drive, where a college file can be damaged when two "
            f"computers use it. {_ADVICE}"
        )


def filesystem_of(folder: Path) -> str:
    """The kind of file system below *folder* in the system's own word; "" if it will not say."""
    if sys.platform == "win32":
        return _windows_drive(folder)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return filesystem_in(mounts, os.path.realpath(folder))


def filesystem_in(mountinfo: str, folder: str) -> str:
    """The file system of *folder* according to Linux's table of mounts; the deepest one counts."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) < 5:
            continue
        mount = _unescaped(fields[4])
        holds = folder == mount or folder.startswith(mount.rstrip("/") + "/")
        if holds and len(mount) >= len(best):
            best, kind = mount, rest[0]
    return kind


def _unescaped(mount: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code.group(1), 8)), mount)


def _is_unc(folder: Path) -> bool:
    text = str(folder).replace("/", "\\")
    if text.startswith("\\\\?\\"):
        return text.upper().startswith("\\\\?\\UNC\\")
    return text.startswith("\\\\") and not text.startswith("\\\\.\\")


def _synced_by(folder: Path, environment: Mapping[str, str]) -> str | None:
    real = os.path.realpath(folder)
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environment.get(name)
        if root and Path(real).is_relative_to(os.path.realpath(root)):
            return "OneDrive"
    parts = [part.casefold() for part in re.split(r"[/\\]", real)]
    for service, pattern in _SYNCED:
        if any(pattern.fullmatch(part) for part in parts):
            return service
    return None


def _windows_drive(folder: Path) -> str:
    import ctypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kind = kernel.GetDriveTypeW(folder.absolute().anchor)
    return "network" if kind == _WINDOWS_NETWORK_DRIVE else "local"
