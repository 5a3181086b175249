"""Forms of one person each, "Learner: J.B." beside "Group: Rowan", as one list of them all."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.guessing import guess_sheet
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.words import key, tidy
from lsadesk.intake.sheets import Row, Sheet, Value, written

_KINDS = (SheetKind.LEARNERS, SheetKind.STAFF)
_FEWEST = 4  # labels that make a form; fewer stand over many a table
_WIDEST = 3  # cells of a row without labels; a wider one is of a table
_SHEET = "Sheet"  # the heading of the column that says which form a row is from
_TOLD = (
    "It is filled in as a form: what stands beside each label is read as one row, and nothing "
    "is taken from the rest of it."
)

Form = dict[str, Value]  # by label, without its colon


def with_forms_listed(sheets: Sequence[Sheet]) -> list[Sheet]:
    """*sheets* with all forms that are filled in as one sheet, a row each, in the first's place."""
    forms = {at: form for at, sheet in enumerate(sheets) if (form := _form_on(sheet))}
    if not forms:
        return list(sheets)
    whole = _listed(sheets, forms)
    if all(table.kind not in _KINDS for table in guess_sheet(whole)):
        return list(sheets)
    return [
        whole if at == min(forms) else sheet
        for at, sheet in enumerate(sheets)
        if at == min(forms) or at not in forms
    ]


def _form_on(sheet: Sheet) -> Form:
    """What a sheet that is a form says under each label; nothing for any other sheet."""
    found: Form = {}
    labels: set[str] = set()
    for row in sheet.rows:
        heads = [at for at in sorted(row.cells) if _is_label(row.cells[at])]
        if not heads and len(row.cells) >= _WIDEST:
            return {}
        for at, end in pairwise([*heads, max(row.cells) + 1] if heads else []):
            label = tidy(str(row.cells[at])).rstrip(": ")
            said = [row.cells[i] for i in range(at + 1, end) if i in row.cells]
            if len(said) > 1 or key(label) in labels:
                return {}
            labels.add(key(label))
            found |= {label: said[0]} if said else {}
    known = max(sum(bool(meaning_of(label, kind)) for label in labels) for kind in _KINDS)
    return found if len(labels) >= _FEWEST and 2 * known >= len(labels) else {}


def _is_label(cell: Value) -> bool:
    return isinstance(cell, str) and cell.rstrip().endswith(":") and len(cell) <= 60


def _listed(sheets: Sequence[Sheet], forms: dict[int, Form]) -> Sheet:
    """The forms as a table; where there are several, its first column says which is which."""
    first = sheets[min(forms)]
    others = f" and {len(forms) - 1} more" if len(forms) > 1 else ""
    labels = list(dict.fromkeys(label for form in forms.values() for label in form))
    heads = [*([_SHEET] if others else []), *labels]
    rows = [Row(1, dict(enumerate(heads)))]
    for number, (at, form) in enumerate(forms.items(), 2):
        said = {_SHEET: written(sheets[at].name), **form} if others else form
        rows.append(Row(number, {heads.index(label): cell for label, cell in said.items()}))
    return replace(
        first,
        name=f"{first.name}{others}",
        rows=tuple(rows),
        merged=(),
        hidden_columns=frozenset(),
        remarks=(*first.remarks, _TOLD),
    )
