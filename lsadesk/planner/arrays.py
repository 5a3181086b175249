"""The arrays that the planner thinks in."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
# Costs are whole numbers far below what these hold exactly, in half the memory.
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


def ints(values: Sequence[int]) -> Ints:
    """*values* as a row of whole numbers, be there none."""
    return np.array(values, dtype=np.int64).reshape(len(values))
