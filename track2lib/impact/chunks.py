"""Long computations in chunks, each with a seed of its own, here or on other machines."""

import warnings
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
NO_THREAD = "can't start new thread"
ALONE = "The executor cannot start here, so each part is computed after the other, with the same results"


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
        How many draws in all, as `sound_draws` gives them, and in one chunk.
    seed : int
        The seed from which that of each chunk is spawned.
    executor : concurrent.futures.Executor or None
        Where the chunks are computed; None is here.

    Returns
    -------
    numpy.ndarray
        What `draw` gave, for all draws.

    Warns
    -----
    track2lib.DataWarning
        If nothing has come back from the executor for half a minute, as when no worker is left, or
        if it cannot start a thread, as in a browser. Then it is computed here.
    """
    from tqdm import TqdmMonitorWarning
    from tqdm.auto import tqdm

    sizes = [min(chunk, total - start) for start in range(0, total, chunk)]
    seeds = Seed(int(seed)).spawn(len(sizes))  # 2.0 is as good a seed as 2
    found: Iterator[np.ndarray] = map(draw, sizes, seeds)
    if executor is not None:
        try:
            parts = [executor.submit(draw, *own) for own in zip(sizes, seeds, strict=True)]
            found = _results(parts)
        except RuntimeError as error:
            # Python in a browser has one thread. Another fault of an executor is the reader's to know.
            if NO_THREAD not in str(error):
                raise
            warn(f"{ALONE} ({error}).")
    # Only what takes long shows a bar, so that a lesson's stored outputs have none.
    with warnings.catch_warnings():
        # In a browser no thread can watch over the bar, which works without.
        warnings.simplefilter("ignore", TqdmMonitorWarning)
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
