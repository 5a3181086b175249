"""The arrays that the planner thinks in."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def ints(values: Sequence[int]) -> Ints:
    """*values* as a row of whole numbers, be there none."""
    return np.array(values, dtype=np.int64).reshape(len(values))
