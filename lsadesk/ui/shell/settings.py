"""What the window remembers for this computer's user; nothing about people or the college."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from lsadesk.paths import user_config

RECENT = 6


@dataclass(slots=True)
class Settings:
    """Theme, text size, idle time, recent college folders and where the window stood.

    *whole_rows*: a screen reader is told the whole row of a table, not the cell alone.
    """

    theme: str = "system"
    text_percent: int = 100
    lock_minutes: int = 5
    recent: tuple[str, ...] = ()
    window_place: str = ""
    whole_rows: bool = False

    def remember(self, folder: Path) -> None:
        """Put *folder* first among the recent ones."""
        others = tuple(path for path in self.recent if path != str(folder))
        self.recent = (str(folder), *others)[:RECENT]

    def forget(self, folder: Path) -> None:
        """Take *folder* off the recent ones."""
        self.recent = tuple(path for path in self.recent if path != str(folder))


def load_settings() -> Settings:
    """The settings kept before; what cannot be read is as on the first day."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**_sound(kept)) if isinstance(kept, dict) else Settings()


def save_settings(settings: Settings) -> None:
    """Keep *settings*; the old file stays whole until the new one is."""
    new = _file().with_suffix(".new")
    new.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    new.replace(_file())


def _file() -> Path:
    return user_config() / "settings.json"


def _sound(kept: dict[str, Any]) -> dict[str, Any]:
    if isinstance(kept.get("recent"), list):
        kept["recent"] = tuple(path for path in kept["recent"] if isinstance(path, str))
    usual = Settings()
    return {
        field.name: kept[field.name]
        for field in fields(Settings)
        if type(kept.get(field.name)) is type(getattr(usual, field.name))
    }
