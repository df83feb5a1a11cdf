"""Outcomes by year, as the data give them."""

from track2lib import impact


def test_single_acts_are_added_up_by_year():
    """A year without an order counts 0, and relief is taken off."""
    orders = impact.load_series("executive-orders")
    assert (orders.loc[1980], orders.loc[1981], orders.loc[2000], orders.loc[2012]) == (2, -1, 0, 5)
