"""No picture has a box where a letter should be, whatever fonts a machine has."""

import base64
import csv
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import altair as alt
import pytest

from track2lib.page import fonts

ROOT = Path(__file__).parents[3]
PERSIAN = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأؤة،؛؟۰۱۲۳۴۵۶۷۸۹"
MISSING = "\U000f1234"  # of nobody's alphabet
# Drawn in a process of its own, for it knows the fonts that there were at its first picture.
DRAW = """
import base64, json, sys
import vl_convert
from track2lib.page import fonts
fonts.use()
def drawn(text):
    own = dict(text=text, x=5, y=25, font="Liberation Sans", fontSize=20)
    enter = {name: {"value": value} for name, value in own.items()}
    mark = {"type": "text", "encode": {"enter": enter}}
    spec = {"width": 300, "height": 40, "background": "white", "marks": [mark]}
    return base64.b64encode(vl_convert.vega_to_png(spec)).decode()
print(json.dumps([drawn(text) for text in json.load(sys.stdin)]))
"""


def drawn(texts, **settings):
    """Draw texts, each into a picture, with other settings of fonts."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW],
        input=json.dumps(texts),
        env=os.environ | {"PYTHONPATH": str(ROOT)} | settings,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Write settings that leave no font but ours."""
    path = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    path.write_text(fonts.settings(machine=False), "utf-8")
    return {"FONTCONFIG_FILE": str(path)}


def letters():
    """Give every letter of the tables and of the stored charts that is to be seen."""
    texts = [path.read_text("utf-8") for path in (ROOT / "notebooks").glob("*.ipynb")]
    for path in (ROOT / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            texts += ["".join(row) for row in csv.reader(file)]
    found = set("".join(texts)) | set(PERSIAN)
    return sorted(c for c in found if unicodedata.category(c) not in {"Cf", "Cc", "Zs"})


def test_no_letter_is_missing(ours):
    """Whatever the tables hold can be drawn with the two fonts that come along."""
    every = letters()
    box, *pictures = drawn([MISSING, *every], **ours)
    assert [c for c, picture in zip(every, pictures, strict=True) if picture == box] == []
    assert drawn([MISSING, "漢"], **ours)[1] == box


@pytest.mark.parametrize("rest", ["", " 1979", ", Tehran", " ..."])
def test_joined_letters_are_drawn_beside_latin_ones(ours, rest):
    """Words with a ligature stay words, and no rows of boxes, in a line with Latin letters."""
    words = ["سلامه", "سلارس", "اللهم", "خانهٔم", "شدّتم"]  # five signs each, as boxes all alike
    assert len(set(drawn([word + rest for word in words], **ours))) == len(words)


def test_persian_is_the_same_on_every_machine(ours, monkeypatch):
    """With the fonts of the machine, Persian and mixed text look as without them."""
    texts = ["گفت‌وگوی تمدن‌ها", "In Tehran, گفت‌وگو (2005) ۱۳۸۵", "Plain"]
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    assert drawn(texts) == drawn(texts, **ours)


def test_saved_figure_has_its_letters(tmp_path, monkeypatch):
    """`.save` of one of our charts has drawn in our font, and leaves no setting behind."""
    from track2lib.page.frame import finish

    used = []
    monkeypatch.setattr(fonts, "use", lambda: used.append(1))
    chart = alt.Chart(alt.Data(values=[{"a": 1}])).mark_point()
    finish(chart, title="گفت", description="One point.", caption="Source: none").save(
        tmp_path / "figure.svg"
    )
    assert used
    assert "گفت" in (tmp_path / "figure.svg").read_text("utf-8")


def test_settings_of_the_machine_come_back(monkeypatch):
    """After the font is known, the environment is as before; one's own settings are left alone."""
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    fonts.use.__wrapped__()
    assert "FONTCONFIG_FILE" not in os.environ
    monkeypatch.setenv("FONTCONFIG_FILE", "mine")
    fonts.use.__wrapped__()
    assert os.environ["FONTCONFIG_FILE"] == "mine"


def test_font_comes_with_its_licence():
    """The font is free to give away, says so, and is small."""
    (font,) = fonts.FOLDER.glob("*.ttf")
    assert font.stat().st_size < 60_000
    assert "SIL OPEN FONT LICENSE" in (fonts.FOLDER / "OFL.txt").read_text("utf-8")
    assert base64.b64encode(font.read_bytes()[:4]) == b"AAEAAA=="
