"""What is asked of every computation with random numbers: how many, from which seed, and where."""

from concurrent.futures import Executor
from typing import Any

from track2lib.records.asked_numbers import a_count
from track2lib.records.problem import in_short

__all__ = ["sound_draws"]

# Draws whose results the memory of a laptop holds.
MOST = 10_000_000


def sound_draws(name: str, count: Any, seed: Any, executor: Any) -> int:
    """Give how many draws are asked for, or say at once what is wrong with them.

    Parameters
    ----------
    name : str
        What they are called where they are asked for.
    count, seed, executor : object
        What was given.

    Returns
    -------
    int
        From 1 to ten million.

    Raises
    ------
    TypeError
        If the count or the seed is no number, or the executor none.
    ValueError
        If there is nothing to draw or too much, or the seed is not a whole number from 0 on.

    Examples
    --------
    >>> sound_draws("draws", 10**30, 1, None)
    Traceback (most recent call last):
    ...
    ValueError: draws is so large a number (int), and is to be a whole number from 1 to 10,000,000.
    """
    a_count(seed, "seed", 0)
    if not (executor is None or isinstance(executor, Executor)):
        raise TypeError(
            f"executor is {in_short(executor)}: give a concurrent.futures.Executor, such as a process "
            "pool. Of a Dask client, take client.get_executor(pure=False)."
        )
    return a_count(count, name, 1, MOST)
