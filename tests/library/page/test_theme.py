"""The palette as colour-blind eyes and a projector show it."""

import itertools
import math
import subprocess
import sys

import altair as alt
import pytest

from track2lib.page import theme

# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 1291-1298,
# severity 1.0; applied to linear RGB.
EYES = {
    "trichromat": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanope": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
MARKS = theme.ERA_COLOURS | theme.SIDE_COLOURS | {"neutral": theme.NEUTRAL}
STAGES = {f"stage {place}": colour for place, colour in enumerate(theme.STAGE_COLOURS, start=1)}
GROUNDS = {"white": "#FFFFFF"} | theme.ERA_TINTS
# The same on a dark page.
DARK_MARKS = {name: theme.ON_DARK[colour] for name, colour in MARKS.items()}
DARK_GROUND = theme.ON_DARK[theme.PAPER]
DARK_GROUNDS = {"ground": DARK_GROUND} | {n: theme.ON_DARK[t] for n, t in theme.ERA_TINTS.items()}


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(one, other):
    """Give the contrast ratio of WCAG 2.2."""
    light, dark = sorted((times(TO_XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour, eyes):
    """CIE L*a*b* of a colour as these eyes see it."""
    seen = [min(max(c, 0), 1) for c in times(EYES[eyes], linear(colour))]
    xyz = [c / w for c, w in zip(times(TO_XYZ, seen), (0.95047, 1, 1.08883), strict=True)]
    x, y, z = (c ** (1 / 3) if c > 216 / 24389 else (24389 / 27 * c + 16) / 116 for c in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one, other):
    """Give the colour difference of CIE 142-2001."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 1 + 0.5 * (1 - math.sqrt(c**7 / (c**7 + 25**7)))
    c1, c2 = math.hypot(a1 * g, b1), math.hypot(a2 * g, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * g)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    dl, dc, dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, c, h = (l1 + l2) / 2, (c1 + c2) / 2, h1 + turn / 2 if c1 * c2 else h1 + h2
    t = 1 + sum(
        k * math.cos(math.radians(n * h - shift))
        for k, n, shift in ((-0.17, 1, 30), (0.24, 2, 0), (0.32, 3, -6), (-0.20, 4, 63))
    )
    sl, sc, sh = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2), 1 + 0.045 * c, 1
    sh += 0.015 * c * t
    rt = math.sin(math.radians(60 * math.exp(-(((h - 275) / 25) ** 2))))
    rt *= -2 * math.sqrt(c**7 / (c**7 + 25**7))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc / sc * dh / sh)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_colour_difference_is_the_published_one(one, other, expected):
    """Pairs 1, 17, 19 and 34 of the test data of Sharma, Wu and Dalal (2005)."""
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("pair", list(itertools.combinations(MARKS, 2)), ids="-".join)
def test_marks_can_be_told_apart(pair, eyes):
    """Any two mark colours stay well apart for every kind of eyes (just noticeable is about 1)."""
    one, other = (lab(MARKS[name], eyes) for name in pair)
    assert ciede2000(one, other) >= 14


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(
    "kind",
    [STAGES, theme.FATE_COLOURS, theme.TOLD_COLOURS],
    ids=["stages", "fates", "ways of telling"],
)
def test_what_is_coded_can_be_told_apart_on_both_pages(kind, eyes):
    """Any two stages, and any two fates, stay as far apart as other marks, and stand out."""
    for page, ground in ((str, "#FFFFFF"), (theme.ON_DARK.get, DARK_GROUND)):
        colours = [page(colour) for colour in kind.values()]
        for one, other in itertools.combinations(colours, 2):
            assert ciede2000(lab(one, eyes), lab(other, eyes)) >= 14
        assert min(contrast(colour, ground) for colour in colours) >= 3


def test_words_on_stages_can_be_read_on_both_pages():
    """The words on each fill have 4.5:1, in ink or in the color of the paper."""
    for fill, words in theme.STAGE_COLOURS.items():
        assert contrast(fill, "#FFFFFF" if words == theme.PAPER else words) >= 4.5
        assert contrast(theme.ON_DARK[fill], theme.ON_DARK[words]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read(ground):
    """Words in ink, muted or in an era's colour have 4.5:1 on white and on both era bands."""
    for colour in (theme.INK, theme.MUTED, *theme.ERA_COLOURS.values()):
        assert contrast(colour, GROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("name", MARKS)
def test_marks_stand_out(name):
    """Every mark colour has 3:1 on white."""
    assert contrast(MARKS[name], "#FFFFFF") >= 3


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("pair", list(itertools.combinations(DARK_MARKS, 2)), ids="-".join)
def test_marks_can_be_told_apart_on_a_dark_page(pair, eyes):
    """Any two mark colours stay as far apart there as on paper, for every kind of eyes."""
    one, other = (lab(DARK_MARKS[name], eyes) for name in pair)
    assert ciede2000(one, other) >= 14


@pytest.mark.parametrize("ground", DARK_GROUNDS)
def test_words_can_be_read_on_a_dark_page(ground):
    """Words have 4.5:1 there too, on the ground and on the bands of periods."""
    for colour in (theme.INK, theme.MUTED, *theme.ERA_COLOURS.values()):
        assert contrast(theme.ON_DARK[colour], DARK_GROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("name", DARK_MARKS)
def test_marks_stand_out_on_a_dark_page(name):
    """Every mark colour has 3:1 on the dark ground."""
    assert contrast(DARK_MARKS[name], DARK_GROUND) >= 3


def test_even_pale_marks_stand_out():
    """What lies between two ends has 3:1 on both pages, for it is compared as well."""
    assert contrast(theme.PALE, "#FFFFFF") >= 3
    assert contrast(theme.ON_DARK[theme.PALE], DARK_GROUND) >= 3


def test_words_on_pale_marks_can_be_read():
    """Ink on a pale bar has 4.5:1 on both pages."""
    assert contrast(theme.INK, theme.PALE) >= 4.5
    assert contrast(theme.ON_DARK[theme.INK], theme.ON_DARK[theme.PALE]) >= 4.5


def test_words_on_neutral_marks_can_be_read():
    """Words in the color of the ground have 4.5:1 on a neutral bar, on both pages."""
    assert contrast(theme.NEUTRAL, "#FFFFFF") >= 4.5
    assert contrast(theme.ON_DARK[theme.NEUTRAL], DARK_GROUND) >= 4.5


@pytest.mark.parametrize("era", theme.ERA_COLOURS)
def test_a_period_has_a_hue_on_a_dark_page(era):
    """What lies in a period is not taken there for a gray bar, of what lies in several."""
    _, *hue = lab(theme.ON_DARK[theme.ERA_COLOURS[era]], "trichromat")
    assert math.hypot(*hue) >= 25


def test_what_is_pale_on_paper_is_pale_on_a_dark_page():
    """By their contrast with the ground, all grays stand in the same order on both pages."""
    grays = [theme.INK, theme.MUTED, theme.NEUTRAL, theme.PALE, theme.COAST, theme.GRID]
    grays += [theme.LAND, theme.STRIPE]
    on_paper = [contrast(gray, "#FFFFFF") for gray in grays]
    on_dark = [contrast(theme.ON_DARK[gray], DARK_GROUND) for gray in grays]
    assert on_paper == sorted(on_paper, reverse=True)
    assert on_dark == sorted(on_dark, reverse=True)


@pytest.mark.parametrize("name", DARK_MARKS)
def test_uncertain_is_paler_than_certain_on_a_dark_page(name):
    """A mark that lets the ground through stands out less, as on paper, and is still seen."""
    shares = zip(*(parts(c) for c in (DARK_MARKS[name], DARK_GROUND)), strict=True)
    mixed = [theme.UNCERTAIN * mark + (1 - theme.UNCERTAIN) * ground for mark, ground in shares]
    veiled = "#" + "".join(f"{round(part):02X}" for part in mixed)
    assert 1.5 < contrast(veiled, DARK_GROUND) < contrast(DARK_MARKS[name], DARK_GROUND)


def parts(colour):
    """Give red, green and blue as a browser mixes them."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def test_every_colour_has_one_for_a_dark_page():
    """Whoever adds a colour to the theme says what stands for it where the page is dark."""
    given = [value for name in theme.__all__ for value in colours(getattr(theme, name))]
    assert len(given) > 15
    assert set(given) <= set(theme.ON_DARK)


def colours(value):
    """Give the colours that are a constant of the theme, or in one."""
    if isinstance(value, dict):
        return (
            [] if value is theme.ON_DARK else [c for part in value.values() for c in colours(part)]
        )
    return [value] if isinstance(value, str) else []


def test_sizes_are_for_a_projector():
    """No word of the theme is set smaller than 13, titles not smaller than 16."""
    config = theme.theme()["config"]
    sizes = {
        f"{part}.{key}": size
        for part, settings in config.items()
        if isinstance(settings, dict)
        for key, size in settings.items()
        if key.lower().endswith("fontsize")
    }
    assert min(sizes.values()) >= 13
    assert sizes["title.fontSize"] >= 16


def test_font_ends_in_a_generic_name():
    """A font list without a generic family makes vl-convert draw no text where none is found."""
    assert theme.FONT.split(", ")[-1] == "sans-serif"


def test_enabling_twice_is_enabling_once():
    """`enable_charts` sets theme and renderer, and may be run again."""
    theme.enable_charts()
    theme.enable_charts()
    assert alt.renderers.active == "track2"
    assert alt.theme.active == "track2"
    assert alt.Chart().mark_point().to_dict()["config"]["font"] == theme.FONT


def test_size_is_of_the_session_until_another_is_asked_for():
    """A chart says that it is for a projector, and says nothing for the page; no other size is taken."""
    theme.enable_charts(size="projector")
    assert alt.Chart().mark_point().to_dict()["usermeta"] == {"size": "projector"}
    with pytest.raises(LookupError, match=r"no size 'beamer'.*page, projector"):
        theme.enable_charts(size="beamer")
    theme.enable_charts()
    assert "usermeta" not in alt.Chart().mark_point().to_dict()


def test_missing_altair_is_told(monkeypatch):
    """Without Altair the error says what to install."""
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ImportError, match=r"pip install 'altair>=6'"):
        theme.enable_charts()


def test_palette_needs_no_altair():
    """The colours can be had without paying for Altair's import."""
    code = "import sys, track2lib.page.theme; sys.exit('altair' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
