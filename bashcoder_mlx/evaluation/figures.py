"""Figures with their uncertainty: each a function of sums over items, resampled with the items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.stats import binomtest, bootstrap

RESAMPLES = 1000
CONFIDENCE = 0.95
_BATCH = 50  # resamples in memory at a time


@dataclass(frozen=True)
class Interval:
    """A value with the bounds of its 95 % interval.

    They are None where resampling cannot tell: of one item, or where every resample is the same.
    """

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure and what it was computed from.

    statistics: (n, d), a row of numbers for each item.
    aggregate: from sums of rows, (..., d), to values, (...).
    """

    statistics: np.ndarray
    aggregate: Callable[[np.ndarray], np.ndarray]
    is_share: bool = False
    """Whether it is a share of its items, each in or out."""

    @property
    def items(self) -> int:
        """Over how many items it is."""
        return len(self.statistics)

    @cached_property
    def interval(self) -> Interval:
        """Its value and interval, by the percentiles of a bootstrap over items.

        Of a share of none or all, which resampling cannot vary, the exact interval (Clopper and
        Pearson 1934).
        """
        found = _interval([self])
        if self.is_share and found.value in (0, 1):
            exact = binomtest(round(found.value * self.items), self.items)
            low, high = exact.proportion_ci(CONFIDENCE, method="exact")
            return Interval(found.value, float(low), float(high))
        return found

    def minus(self, other: "Figure") -> Interval:
        """Its difference from another over the same items, which are resampled as pairs."""
        return _interval([self, other])


def mean(values: Sequence[float]) -> Figure:
    """The mean of a number for each item."""
    return ratio(values, np.ones(len(values)))


def share(values: Sequence[bool]) -> Figure:
    """The share of items for which something holds."""
    return replace(mean(values), is_share=True)


def ratio(numerators: Sequence[float], denominators: Sequence[float]) -> Figure:
    """The sum of one number over the sum of another, such as bits per byte."""
    return Figure(np.column_stack([numerators, denominators]).astype(float), _quotient)


def _quotient(sums: np.ndarray) -> np.ndarray:
    return sums[..., 0] / np.maximum(sums[..., 1], 1e-12)


def _interval(figures: Sequence[Figure]) -> Interval:
    """Of the first figure, less the second where there is one."""

    def statistic(index, axis=-1):
        values = [f.aggregate(f.statistics[index].sum(axis=-2)) for f in figures]
        return values[0] - sum(values[1:])

    items = np.arange(figures[0].items)
    value = float(statistic(items))
    if len(items) < 2:
        return Interval(value, None, None)
    result = bootstrap(
        (items,),
        statistic,
        n_resamples=RESAMPLES,
        batch=_BATCH,
        vectorized=True,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(0),
    )
    low, high = map(float, result.confidence_interval)
    return Interval(value, low, high) if low < high else Interval(value, None, None)
