"""The four tests of process tracing: what a clue does if it is seen, and if it is missing."""

__all__ = ["test_kind"]

# How many times a clue has to multiply or divide the odds to be called strong. This line is ours.
STRONG = 5


def test_kind(if_true: float, if_false: float) -> str:
    """Name the test that a clue is, by the four kinds of Van Evera.

    What counts is the ratio. To see a clue multiplies the odds by ``if_true / if_false``; to find
    it missing, by ``(1 - if_true) / (1 - if_false)``. A factor of 5, or of 1 / 5, is called strong
    here; where to draw that line is our choice.

    Parameters
    ----------
    if_true, if_false : float
        Chance to see the clue if the hypothesis holds, and if it does not.

    Returns
    -------
    str
        "smoking gun" if seeing it speaks strongly for the hypothesis, "hoop" if missing it speaks
        strongly against it, "doubly decisive" if both do, and "straw in the wind" if neither does.
        A clue that is less likely if the hypothesis holds tests the rival, and is named for it:
        "smoking gun for the rival", for one.

    Examples
    --------
    >>> test_kind(0.95, 0.4), test_kind(0.3, 0.02), test_kind(0.09, 0.09)
    ('hoop', 'smoking gun', 'straw in the wind')
    >>> test_kind(0.02, 0.3)
    'smoking gun for the rival'
    """
    rivals = if_true < if_false
    likelier, other = max(if_true, if_false), min(if_true, if_false)
    # Rounded, since 0.1 / 0.02 is a little more than 5, and (1 - 0.9) / (1 - 0.98) a little less.
    if_seen = round(likelier / other, 9) >= STRONG
    if_missing = round((1 - other) / (1 - likelier), 9) >= STRONG
    if not if_seen and not if_missing:
        return "straw in the wind"
    kind = "doubly decisive" if if_seen and if_missing else "smoking gun" if if_seen else "hoop"
    return f"{kind} for the rival" if rivals else kind
