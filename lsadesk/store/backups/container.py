"""A backup as one file: an uncompressed zip of the encrypted database, its keys and a manifest.

It is read as if an enemy had made it: three members of known names, no compression, sizes
that agree, a small manifest.
"""

import hashlib
import json
import os
import shutil
import zipfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.store.layout import DATABASE, KEYS
from lsadesk.store.sealing import keyfile
from lsadesk.store.sealing.keyfile import DamagedKeys, KeyFile

MANIFEST = "manifest.json"
FORMAT = 1
_LARGEST_MANIFEST = 256 * 1024
_LARGEST_DATABASE = 8 * 1024**3
_CHUNK = 1024 * 1024
_LIMITS = {DATABASE: _LARGEST_DATABASE, KEYS: keyfile.LARGEST, MANIFEST: _LARGEST_MANIFEST}


class BadBackup(UserError):
    """The file is not a whole backup of LSA Desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says it holds; readable without a key, so no names but the college's.

    *trail_head* is the newest mark of the trail: kept outside the file, it shows whether a
    whole file was put back to an older copy.
    """

    college: str
    made: datetime
    schema_version: int
    rows: dict[str, int]
    trail_head: str
    database_sha256: str


def pack(target: Path, database: Path, keys: KeyFile, manifest: Manifest) -> None:
    """Write the three members to *target*, and wait until they have reached the disk."""
    note = {"format": FORMAT, **asdict(manifest), "made": manifest.made.isoformat()}
    with target.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.write(database, DATABASE)
            archive.writestr(KEYS, keyfile.to_bytes(keys))
            archive.writestr(MANIFEST, json.dumps(note, indent=1))
        file.flush()
        os.fsync(file.fileno())


def read_manifest(backup: Path) -> Manifest:
    """What *backup* says it holds.

    Raises:
        BadBackup: it is not a whole backup.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            _require_ours(archive)
            return _manifest(json.loads(archive.read(MANIFEST)))
    except _NOT_OURS as error:
        raise _refused(backup) from error


def read_keys(backup: Path) -> KeyFile:
    """The key slots that *backup* carries.

    Raises:
        BadBackup: it is not a whole backup.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            _require_ours(archive)
            return keyfile.from_bytes(archive.read(KEYS))
    except _NOT_OURS as error:
        raise _refused(backup) from error


def unpack(backup: Path, folder: Path) -> tuple[KeyFile, Manifest]:
    """Put the database of *backup* into *folder*, and give its keys and manifest.

    Raises:
        BadBackup: it is not a whole backup.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            _require_ours(archive)
            manifest = _manifest(json.loads(archive.read(MANIFEST)))
            keys = keyfile.from_bytes(archive.read(KEYS))
            with archive.open(DATABASE) as source, (folder / DATABASE).open("wb") as target:
                shutil.copyfileobj(source, target, _CHUNK)
                target.flush()
                os.fsync(target.fileno())
    except _NOT_OURS as error:
        raise _refused(backup) from error
    if sha256(folder / DATABASE) != manifest.database_sha256:
        raise _refused(backup)
    return keys, manifest


def sha256(path: Path) -> str:
    """The hash of a finished file; never of a live database."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_NOT_OURS = (
    zipfile.BadZipFile,
    DamagedKeys,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RecursionError,
    RuntimeError,
)


def _require_ours(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if sorted(member.filename for member in members) != sorted(_LIMITS):
        raise zipfile.BadZipFile("other members than ours")
    for member in members:
        stored = member.compress_type == zipfile.ZIP_STORED and not member.flag_bits & 1
        if not stored or member.file_size != member.compress_size or member.header_offset < 0:
            raise zipfile.BadZipFile("not stored as it is")
        if member.file_size > _LIMITS[member.filename]:
            raise zipfile.BadZipFile("too large")


def _manifest(note: dict[str, object]) -> Manifest:
    rows = note["rows"]
    if note["format"] != FORMAT or not isinstance(rows, dict):
        raise ValueError("not a manifest of ours")
    return Manifest(
        college=str(note["college"]),
        made=datetime.fromisoformat(str(note["made"])),
        schema_version=int(str(note["schema_version"])),
        rows={str(table): int(count) for table, count in rows.items()},
        trail_head=str(note["trail_head"]),
        database_sha256=str(note["database_sha256"]),
    )


def _refused(backup: Path) -> BadBackup:
    return BadBackup(
        f"{backup.name} is not a whole backup of LSA Desk, so nothing was taken from it. Choose "
        "another backup."
    )
