"""Long computations give the same numbers wherever their chunks are computed."""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np
import pandas as pd
import pytest

from track2lib import impact
from track2lib.impact import chunks

VOTES = impact.load_series("un-agreement-final")
READINGS = impact.load_codings()
# Each with more draws than go into one chunk.
CALLS = {
    "simulate": partial(impact.simulate, cases=500, worlds=250),
    "agreement": partial(impact.agreement, READINGS, resamples=1200),
    "agreement_coverage": partial(impact.agreement_coverage, draws=250),
    "permutation_test": partial(impact.permutation_test, VOTES, window=8, permutations=8000),
    "interval_coverage": partial(impact.interval_coverage, draws=8000, leaning=[0.6]),
}


def equal(one, other):
    """Tell whether two results are the same to the last digit."""
    compare = pd.testing.assert_frame_equal
    if isinstance(one, pd.Series):
        compare = pd.testing.assert_series_equal
    compare(one, other, check_exact=True)


@pytest.fixture(scope="module")
def processes():
    """Start two processes as systems without fork do, which must find each function by its name."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("name", CALLS)
def test_same_seed_same_result(name, processes):
    """Here, in two processes and in three threads: the same, and another seed is another result."""
    here = CALLS[name](seed=3)
    equal(CALLS[name](seed=3), here)
    equal(CALLS[name](seed=3, executor=processes), here)
    with ThreadPoolExecutor(3) as threads:
        equal(CALLS[name](seed=3, executor=threads), here)
    assert not CALLS[name](seed=4).equals(here)


def test_same_seed_same_result_on_a_cluster(tmp_path, monkeypatch):
    """On a local Dask cluster of two workers, and of one, every computation gives the same."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.chdir(tmp_path)  # where a cluster leaves its files
    for workers in (2, 1):
        with (
            distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=False,
                dashboard_address=None,
                protocol="tcp://",
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            executor = client.get_executor(pure=False)
            for call in CALLS.values():
                equal(call(seed=3, executor=executor), call(seed=3))


def numbers(count, seed):
    return np.random.default_rng(seed).random(count)


def test_chunks_do_not_depend_on_what_comes_after():
    """More draws keep the numbers of the whole chunks that were there before."""
    few, many = (chunks.in_chunks(numbers, n, chunk=10, seed=1, executor=None) for n in (25, 40))
    assert (len(few), len(many)) == (25, 40)
    assert few[:20].tolist() == many[:20].tolist()
    assert len(np.unique(many)) == 40


def slow(count, seed):
    time.sleep(0.02)
    return np.zeros(count)


@pytest.mark.parametrize(("patience", "shown"), [(0, True), (60, False)])
def test_a_long_run_shows_how_far_it_is(patience, shown, monkeypatch, capsys):
    """A bar appears where patience ends, and a short run prints nothing."""
    monkeypatch.setattr(chunks, "PATIENCE", patience)
    chunks.in_chunks(slow, 30, chunk=1, seed=1, executor=None)
    assert ("30" in capsys.readouterr().err) == shown
