"""Long computations in chunks, each with a seed of its own, here or on other machines."""

from collections.abc import Callable
from concurrent.futures import Executor

import numpy as np

__all__ = ["Seed", "in_chunks"]

Seed = np.random.SeedSequence
# Seconds after which a computation shows how far it is.
PATIENCE = 5


def in_chunks(
    draw: Callable[[int, Seed], np.ndarray],
    total: int,
    *,
    chunk: int,
    seed: int,
    executor: Executor | None,
) -> np.ndarray:
    """Draw `total` times, in chunks of a fixed size, and put the results together in their order.

    Where a chunk is computed changes nothing: its random numbers depend on the seed and on its
    place in the row alone.

    Parameters
    ----------
    draw : callable
        Takes a number of draws and a seed, and gives an array whose last axis is the draws. It
        must be a function of a module, or a `functools.partial` of one, so that another process
        can find it.
    total, chunk : int
        How many draws in all, and in one chunk.
    seed : int
        The seed from which that of each chunk is spawned.
    executor : concurrent.futures.Executor or None
        Where the chunks are computed; None is here.

    Returns
    -------
    numpy.ndarray
        What `draw` gave, for all draws.

    Raises
    ------
    TypeError
        If the executor is none.
    ValueError
        If there is nothing to draw, or the seed is not a whole number from 0 on.
    """
    from tqdm.auto import tqdm

    if not (executor is None or isinstance(executor, Executor)):
        raise TypeError(
            f"executor={executor!r}: give a concurrent.futures.Executor, such as a process pool. "
            "Of a Dask client, take client.get_executor(pure=False)."
        )
    if total < 1:
        raise ValueError(f"There is nothing to draw: {total} draws. Ask for 1 or more.")
    if seed < 0:
        raise ValueError(f"A seed is a whole number from 0 on, and not {seed}.")
    sizes = [min(chunk, total - start) for start in range(0, total, chunk)]
    seeds = Seed(seed).spawn(len(sizes))
    run = map if executor is None else executor.map
    # Only what takes long shows a bar, so that a lesson's stored outputs have none.
    drawn = tqdm(run(draw, sizes, seeds), total=len(sizes), delay=PATIENCE, leave=False)
    return np.concatenate(list(drawn), axis=-1)
