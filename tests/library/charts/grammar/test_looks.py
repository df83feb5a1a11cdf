"""A word is told by its shape, its fill and its outline, and the three have one key."""

from track2lib.charts.grammar.looks import looks


def test_three_channels_share_their_words_and_their_key():
    """In one order and with one legend, so that Vega draws one key and not three."""
    made = looks(
        "fate",
        shapes={"kept": "circle", "lost": "square"},
        fills={"lost": "#ffffff", "kept": "#000000"},
        outlines={"lost": "#111111", "kept": "#222222"},
        size=100,
        above=30,
    )
    drawn = {name: channel.to_dict() for name, channel in made.items()}
    assert {tuple(one["scale"]["domain"]) for one in drawn.values()} == {("kept", "lost")}
    assert drawn["fill"]["scale"]["range"] == ["#000000", "#ffffff"]
    assert drawn["stroke"]["scale"]["range"] == ["#222222", "#111111"]
    legends = [one["legend"] for one in drawn.values()]
    assert legends[0] == legends[1] == legends[2]
    assert (legends[0]["symbolSize"], legends[0]["offset"]) == (100, 30)
