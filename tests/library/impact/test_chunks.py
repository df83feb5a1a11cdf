"""Long computations give the same numbers wherever their chunks are computed."""

import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np
import pandas as pd
import pytest

import track2lib as t2
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


def late(count, seed):
    OPEN.wait(20)
    return np.zeros(count)


OPEN = threading.Event()


def test_a_run_that_nobody_works_on_says_so(monkeypatch):
    """Where nothing comes back, the reader is told once, and gets the result when it comes."""
    monkeypatch.setattr(chunks, "SILENCE", 0.05)
    OPEN.clear()
    threading.Timer(0.5, OPEN.set).start()
    with (
        ThreadPoolExecutor(1) as threads,
        pytest.warns(t2.DataWarning, match="0 of 3 parts are done") as told,
    ):
        found = chunks.in_chunks(late, 30, chunk=10, seed=1, executor=threads)
    assert len(told) == 1
    assert found.tolist() == [0] * 30


def test_a_run_that_goes_on_says_nothing(monkeypatch, recwarn):
    """As long as parts come back, no patience is asked for."""
    monkeypatch.setattr(chunks, "SILENCE", 0.2)
    with ThreadPoolExecutor(1) as threads:
        chunks.in_chunks(slow, 30, chunk=1, seed=1, executor=threads)
    assert [own for own in recwarn if own.category is t2.DataWarning] == []


def test_a_cluster_without_workers_is_waited_for_with_a_word(tmp_path, monkeypatch):
    """With no Dask worker the reader is told, and the numbers are the same once one has come."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(chunks, "SILENCE", 0.5)
    with (
        distributed.LocalCluster(
            n_workers=0, processes=False, dashboard_address=None, protocol="tcp://"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        threading.Timer(2, cluster.scale, [1]).start()
        executor = client.get_executor(pure=False)
        with pytest.warns(t2.DataWarning, match="no worker left"):
            found = chunks.in_chunks(numbers, 25, chunk=10, seed=1, executor=executor)
    here = chunks.in_chunks(numbers, 25, chunk=10, seed=1, executor=None)
    assert found.tolist() == here.tolist()


def broken(count, seed):
    raise RuntimeError("broken")


def no_thread(*_):
    raise RuntimeError("can't start new thread")


def test_where_no_thread_starts_it_is_computed_here(monkeypatch, recwarn):
    """In a browser an executor is of no use: the results are the same, with a word on it."""
    here = CALLS["simulate"](seed=3)
    with ThreadPoolExecutor(2) as pool, monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", no_thread)
        equal(CALLS["simulate"](seed=3, executor=pool), here)
    (warning,) = recwarn
    assert "each part is computed after the other" in str(warning.message)


def test_an_executor_that_was_closed_is_an_error():
    """Other faults of an executor are told as they are."""
    with ThreadPoolExecutor(2) as pool:
        pass
    with pytest.raises(RuntimeError, match="after shutdown"):
        CALLS["simulate"](seed=3, executor=pool)


def test_an_error_in_a_part_is_told_and_ends_the_run():
    """Whoever meets an error does not wait for the parts that follow."""
    with ThreadPoolExecutor(1) as threads, pytest.raises(RuntimeError, match="broken"):
        chunks.in_chunks(broken, 1000, chunk=1, seed=1, executor=threads)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: impact.simulate(worlds=10**30), "10,000,000"),
        (lambda: impact.simulate(worlds=10**7 + 1), "10,000,000"),
        (lambda: impact.simulate(cases=10**12), "1,000,000"),
        (lambda: impact.simulate(worlds=float("inf")), "a whole number"),
        (lambda: impact.agreement(READINGS, resamples=10**20), "10,000,000"),
        (lambda: impact.agreement_coverage(draws=10**15), "10,000,000"),
        (lambda: impact.interval_coverage(draws=10**15), "10,000,000"),
        (lambda: impact.permutation_test(VOTES, permutations=10**15), "10,000,000"),
    ],
)
def test_more_than_the_memory_holds_is_refused_at_once(call, said):
    """A typo with many zeros is a sentence, and takes no memory."""
    begun = time.monotonic()
    with pytest.raises(ValueError, match=said):
        call()
    assert time.monotonic() - begun < 5


def test_a_seed_is_a_whole_number_however_it_is_kept():
    """As pandas makes it in a column with a gap, and as numpy counts."""
    first = impact.simulate(cases=20, worlds=5, seed=3)
    for seed in (3.0, np.int64(3), np.float64(3)):
        assert impact.simulate(cases=20, worlds=5, seed=seed).equals(first)
