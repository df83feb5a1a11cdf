"""Forms, charts and tables in every state that a reader brings them to, by what axe-core can tell.

Lessons as they are run are looked at where that is done: `test_lessons_in_browser.py`.
"""

import pytest
from driving import command, own_notebook
from lab_rules import see_no_rule_broken

# A question of each kind, and all else that takes something in or opens.
CELLS = [
    "import track2lib as t2\nt2.enable_lesson()",
    *(f"t2.check('{name}')" for name in ("q0-1", "q0-2", "q0-3", "q0-4", "q1-1", "q1-3")),
    "t2.code_cases('by rule')",
    "t2.interact(lambda of, year: f'{of} {year}', of=['a', 'b'], year=(1997, 2010))",
    "t2.show(t2.load('eras'))",
    "t2.active_in_year(t2.load('dialogues', scope='founding'))",
    "t2.progress('00')",
]
# Each question is answered, and asked for all that it tells.
USED = """async () => {
    const wait = (most) => new Promise((after) => setTimeout(after, most));
    for (const form of document.querySelectorAll(".t2-question")) {
        const choice = form.querySelector("input[type=radio], input[type=checkbox]");
        if (choice) choice.checked = true;
        else form.querySelector("input, textarea").value = "1";
        const [check, hint, solution] = form.querySelectorAll("button");
        check.click();
        for (let asked = 0; asked < 6 && solution.hidden; asked++) {
            hint.click();
            await wait(200);
        }
        solution.click();
    }
    for (const one of document.querySelectorAll(".jp-Notebook details")) one.open = true;
    await wait(1000);
}"""
DARK, LIGHT = "JupyterLab Dark", "JupyterLab Light"


@pytest.fixture
def used(page, lab_folder):
    """Open and run a notebook of these, and use all of it."""
    with own_notebook(page, lab_folder / "root" / "by-rule.ipynb", CELLS):
        command(page, "notebook:run-all-cells")
        page.get_by_label("Case", exact=True).wait_for()
        page.locator(".jp-Notebook .t2-told").wait_for(state="attached")
        page.evaluate(USED)
        yield page
        command(page, "apputils:change-theme", theme=LIGHT)


def test_what_is_answered_and_opened_breaks_no_rule(used):
    """With reasons, hints and solutions shown and tables open, in light and in the dark; what does is found."""
    assert used.locator(".t2-question .t2-said:not(:empty)").count() >= 6
    see_no_rule_broken(used)
    command(used, "apputils:change-theme", theme=DARK)
    used.wait_for_timeout(500)
    see_no_rule_broken(used)
    used.locator(".jp-Notebook .t2-title").last.evaluate("e => { e.style.color = '#444444' }")
    with pytest.raises(AssertionError, match="color-contrast"):
        see_no_rule_broken(used)
