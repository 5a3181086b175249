"""Where things are: what the program ships, and what it keeps for this computer's user."""

import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def user_config() -> Path:
    """The folder for this computer user's settings (recent files, theme); made if missing."""
    return _made(_base("APPDATA", "XDG_CONFIG_HOME", ".config") / "LSA Desk")


def user_cache() -> Path:
    """The folder for what can be made again at any time; made if missing."""
    return _made(_base("LOCALAPPDATA", "XDG_CACHE_HOME", ".cache") / "LSA Desk")


def _base(windows: str, xdg: str, fallback: str) -> Path:
    named = os.environ.get(windows if sys.platform == "win32" else xdg)
    return Path(named) if named else Path.home() / fallback


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
