"""Long computations in chunks, each with a seed of its own, here or on other machines."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, wait
from typing import Any

import numpy as np

from track2lib.records.problem import warn

__all__ = ["Seed", "in_chunks"]

Seed = np.random.SeedSequence
# Seconds after which a computation shows how far it is, and without anything new, that it may wait
# for nobody.
PATIENCE, SILENCE = 5, 30
# Draws whose results the memory of a laptop holds.
MOST = 10_000_000


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
        If there is nothing to draw, or more than the memory holds, or the seed is not a whole number
        from 0 on.

    Warns
    -----
    track2lib.DataWarning
        If nothing has come back from the executor for half a minute, as when no worker is left.
    """
    from tqdm.auto import tqdm

    if not (executor is None or isinstance(executor, Executor)):
        raise TypeError(
            f"executor={executor!r}: give a concurrent.futures.Executor, such as a process pool. "
            "Of a Dask client, take client.get_executor(pure=False)."
        )
    if total < 1:
        raise ValueError(f"There is nothing to draw: {total} draws. Ask for 1 or more.")
    if total > MOST:
        raise ValueError(f"There are {total:,} draws to make. Ask for {MOST:,} or fewer.")
    if seed < 0:
        raise ValueError(f"A seed is a whole number from 0 on, and not {seed}.")
    sizes = [min(chunk, total - start) for start in range(0, total, chunk)]
    seeds = Seed(int(seed)).spawn(len(sizes))
    if executor is None:
        found: Iterator[np.ndarray] = map(draw, sizes, seeds)
    else:
        found = _results([executor.submit(draw, *own) for own in zip(sizes, seeds, strict=True)])
    # Only what takes long shows a bar, so that a lesson's stored outputs have none.
    drawn = tqdm(found, total=len(sizes), delay=PATIENCE, leave=False)
    return np.concatenate(list(drawn), axis=-1)


def _results(futures: list[Future[Any]]) -> Iterator[np.ndarray]:
    """Give results in their order; say so once if nothing new comes, and wait on."""
    done, told = 0, False
    try:
        for future in futures:
            while not wait([future], SILENCE).done:
                ready = sum(other.done() for other in futures)
                if ready == done and not told:
                    warn(
                        f"Nothing has come back for {SILENCE} seconds; {done} of {len(futures)} parts are "
                        "done. If the executor has no worker left, this waits for ever: start workers, or "
                        "interrupt it. A part that is only slow will still come."
                    )
                    told = True
                done = ready
            yield future.result()
    finally:
        # Whoever interrupts a run, or meets an error in it, has no use for the rest.
        for future in futures:
            future.cancel()
