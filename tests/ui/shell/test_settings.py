"""What is remembered for this computer's user."""

from pathlib import Path

import pytest

from lsadesk.paths import user_config
from lsadesk.ui.shell.settings import RECENT, Settings, load_settings, save_settings


def test_settings_come_back_as_they_were() -> None:
    settings = Settings(theme="dark", text_percent=150, window_place="abc")
    settings.remember(Path("/colleges/Harbour Lane.lsadesk"))
    save_settings(settings)
    assert load_settings() == settings


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"theme": 3, "recent": "x", "new": 1}'])
def test_damaged_settings_are_those_of_the_first_day(damage: str) -> None:
    (user_config() / "settings.json").write_text(damage, encoding="utf-8")
    assert load_settings() == Settings()


def test_the_newest_folder_is_first_and_few_are_kept() -> None:
    settings = Settings()
    for number in range(RECENT + 2):
        settings.remember(Path(f"/{number}"))
    settings.remember(Path("/5"))
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == str(Path("/5"))
    assert settings.recent.count(str(Path("/5"))) == 1
