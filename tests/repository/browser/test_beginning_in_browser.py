"""JupyterLab as it begins; the first file, so that nobody has closed a notice."""


def test_jupyterlab_starts_quietly(page):
    """With the settings that the package brings, nobody is asked about news or updates."""
    page.wait_for_timeout(1_000)
    assert page.locator(".jp-Notification, .Toastify__toast, .jp-Dialog").all_inner_texts() == []
    assert page.outside == []


def test_watch_on_the_network_bites(page):
    """What a page asks of another machine is recorded, and gets no answer."""
    answer = page.evaluate("fetch('https://example.org/').then(() => 'came', () => 'none')")
    assert (answer, page.outside) == ("none", ["https://example.org/"])
    page.outside.clear()
