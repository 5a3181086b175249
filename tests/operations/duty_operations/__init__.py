"""Every operation at a desk, with the access and the kind of record that it needs.

One module a subject; each holds `OPERATIONS`, and a new subject needs no more than its file.
"""

import importlib
import pkgutil

from tests.operations.duty_operations.importing import IMPORTS, draft_of
from tests.operations.duty_operations.kinds import About, Anybody, Open, Own, Whole

OPERATIONS = {
    name: verb
    for module in pkgutil.iter_modules(__path__)
    for name, verb in getattr(
        importlib.import_module(f"{__name__}.{module.name}"), "OPERATIONS", {}
    ).items()
}

__all__ = ["IMPORTS", "OPERATIONS", "About", "Anybody", "Open", "Own", "Whole", "draft_of"]
