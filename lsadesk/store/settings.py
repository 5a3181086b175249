"""The college's own settings, and remembered import mappings."""

import json
from typing import Any

from sqlalchemy import bindparam, select

from lsadesk.store.prepared import Prepared
from lsadesk.store.rows import ImportMappingRow, SettingRow, table_of
from lsadesk.store.work import Reading, Work

_TABLE = table_of(SettingRow)
_BY_KEY = Prepared(select(_TABLE).where(_TABLE.c["key"] == bindparam("wanted")))

MOVED = "moved to another computer"


def setting(reading: Reading, key: str, default: Any = None) -> Any:
    """A setting's value, *default* where it was never set."""
    row = _BY_KEY.first(reading.connection, wanted=key)
    return default if row is None else json.loads(row.value)


def set_setting(work: Work, key: str, value: Any) -> None:
    """Write a setting; *value* must be fit for JSON."""
    row = _BY_KEY.first(work.connection, wanted=key)
    text = json.dumps(value, ensure_ascii=False)
    if row is None:
        work.insert_all(SettingRow, [{"key": key, "value": text}])
    elif row.value != text:
        work.update_all(SettingRow, [row._asdict()], value=text)


def remembered_mapping(reading: Reading, signature: str) -> str | None:
    """How a sheet with this signature was read last time, as JSON."""
    row = reading.session.get(ImportMappingRow, signature)
    return None if row is None else row.mapping


def remember_mapping(work: Work, signature: str, mapping: str) -> None:
    """Keep *mapping* (JSON) for the next sheet with this signature."""
    work.session.merge(ImportMappingRow(signature=signature, mapping=mapping, used_at=work.now))
