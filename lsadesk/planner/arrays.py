"""The arrays that the planner thinks in."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
# Costs are whole numbers far below what these hold exactly, in half the memory.
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Each = TypeVar("Each", bound=np.generic)


def ints(values: Sequence[int]) -> Ints:
    """*values* as a row of whole numbers, be there none."""
    return np.array(values, dtype=np.int64).reshape(len(values))


def by_column(values: NDArray[Each], columns: Ints) -> NDArray[Each]:
    """The *columns* of *values*, each in one piece of memory, which is how the kernel reads them.

    Whole columns are copied so, three times as fast as cell by cell.
    """
    return np.ascontiguousarray(values.T)[columns].T
