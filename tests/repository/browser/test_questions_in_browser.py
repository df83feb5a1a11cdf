"""Questions as a reader answers them: with a click, with keys alone, over a restart."""

import json

import nbformat
import pytest
from driving import CONNECTED, command
from hearing_live import HEAR, heard
from lessons import METADATA

QUESTIONS = {"q1-2": "choice", "q1-3": "set", "q0-2": "number", "q1-7": "reflect", "q0-3": "table"}
TABLE = "orgs = t2.load('organizations', scope='founding')\nmine = orgs[orgs['side'] == 'Iranian']"


@pytest.fixture
def asked(page, lab_folder, request):
    """Open a notebook with a question of each kind, run it, and give the page."""
    page.outside.clear()
    page.errors.clear()
    (lab_folder / "reader" / "progress.csv").unlink(missing_ok=True)
    new = nbformat.v4
    sources = ["import track2lib as t2\nt2.enable_lesson()", TABLE]
    sources += [f"t2.check('{question}')" for question in QUESTIONS]
    book = new.new_notebook(cells=[*map(new.new_code_cell, sources)], metadata=METADATA)
    page.book = lab_folder / "root" / f"{request.node.originalname}.ipynb"
    nbformat.write(book, page.book)
    command(page, "docmanager:open", path=page.book.name, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)
    command(page, "notebook:run-all-cells")
    page.locator(".t2-question").nth(4).wait_for(timeout=60_000)
    yield page
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def closed(page):
    """Give the words of a form that is closed; every form has them, most often out of sight."""
    return page.locator(".t2-closed-words").first.text_content()


def form(page, question):
    """Give the form of a question."""
    return page.locator(".t2-question").nth([*QUESTIONS].index(question))


def saved(lab_folder):
    """Give the answers that are in the reader's folder."""
    lines = (lab_folder / "reader" / "progress.csv").read_text("utf-8").splitlines()
    return [line.split(",", 3)[::3] for line in lines[1:]]


def stored(page):
    """Save the page, and give the texts of its outputs, cell by cell."""
    command(page, "docmanager:save")
    cells = json.loads(page.book.read_text("utf-8"))["cells"]
    return [
        "".join("".join(output.get("data", {}).get("text/html", "")) for output in cell["outputs"])
        for cell in cells
    ]


def cells(page):
    """Give the kinds of the cells, which no key in a form may change."""
    return page.evaluate(
        "[...jupyterapp.shell.currentWidget.content.widgets].map(cell => cell.model.type)"
    )


def test_a_click_is_an_answer(asked, lab_folder):
    """A choice that is clicked gets its reason beside it at once, and question and answer stay."""
    one = form(asked, "q1-2")
    one.get_by_label("b The first, in the opening").click()
    one.get_by_text("Not yet: q1-2").wait_for()
    one.get_by_label("c The second, in the overview").click()
    one.get_by_text("Right: q1-2").wait_for()
    assert one.get_by_text("Not yet").count() == 0
    assert saved(lab_folder) == [["q1-2", "b"], ["q1-2", "c"]]
    html = stored(asked)[2]
    assert "Two serving ambassadors" in html
    assert "The second, in the overview ← your answer" in html
    assert "Right: q1-2" in html
    # Once on the page: what is stored stands aside for the form.
    assert asked.get_by_text("Two serving ambassadors").locator("visible=true").count() == 1
    assert asked.errors == asked.outside == []


def test_keys_alone_answer_every_kind(asked, lab_folder):
    """Tab, arrows, space, letters and Enter reach and answer each question, and change no cell."""
    before = cells(asked)
    keys = asked.keyboard
    form(asked, "q1-2").get_by_role("radio").first.focus()
    keys.press("Space")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    # Passing through is no answer.
    assert not (lab_folder / "reader" / "progress.csv").exists()
    keys.press("Enter")
    form(asked, "q1-2").get_by_text("Right: q1-2").wait_for()
    for letter in "madxz":
        keys.press(letter)
    keys.press("Tab")
    assert asked.evaluate("document.activeElement.textContent") == "Check"
    keys.press("Tab")
    keys.press("Enter")
    form(asked, "q1-2").get_by_text("Hint 1 of 2").wait_for()

    form(asked, "q1-3").get_by_role("checkbox").nth(1).focus()
    keys.press("Space")
    for letter in "madxz":
        keys.press(letter)
    for _ in range(6):
        keys.press("Tab")
        if asked.evaluate("document.activeElement.textContent") == "Check":
            break
    keys.press("Space")
    form(asked, "q1-3").get_by_text("Partly right: q1-3").wait_for()

    for question, label, typed in (
        ("q0-2", "Your number", "3"),
        ("q0-3", "The name that you gave your table", "mine"),
    ):
        form(asked, question).get_by_label(label).focus()
        keys.type(typed)
        keys.press("Enter")
        form(asked, question).get_by_text(f": {question}").nth(1).wait_for()
    form(asked, "q1-7").get_by_label("Your answer, a sentence or more").focus()
    keys.type("It is talk.")
    keys.press("Enter")
    keys.type("Madly so.")
    keys.press("Tab")
    keys.press("Enter")
    form(asked, "q1-7").get_by_text("Noted: q1-7").wait_for()
    assert cells(asked) == before
    answers = [["q1-2", "c"], ["q1-3", "b"], ["q0-2", "3"], ["q0-3", ""]]
    assert saved(lab_folder) == [*answers, ["q1-7", "It is talk. Madly so."]]
    assert asked.errors == asked.outside == []


ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"


def test_keys_lead_out_of_a_form(asked, lab_folder):
    """Esc, then b, makes a cell of one's own; Shift + Enter checks and goes on; Ctrl + S saves."""
    keys = asked.keyboard
    form(asked, "q1-2").get_by_label("b The first, in the opening").click()
    form(asked, "q1-2").get_by_text("Not yet: q1-2").wait_for()
    form(asked, "q0-2").get_by_label("Your number").click()
    keys.type("3")
    for place in (
        form(asked, "q1-2").get_by_role("radio").nth(1),
        form(asked, "q0-2").locator("input"),
    ):
        before = cells(asked)
        place.focus()
        here = asked.evaluate(ACTIVE)
        keys.press("Escape")
        keys.press("b")
        asked.wait_for_function(f"{ACTIVE} === {here + 1}")
        assert len(cells(asked)) == len(before) + 1
        keys.press("d")
        keys.press("d")
        assert cells(asked) == before
    assert form(asked, "q0-2").locator("input").input_value() == "3"
    form(asked, "q0-2").locator("input").focus()
    here = asked.evaluate(ACTIVE)
    keys.press("Shift+Enter")
    asked.wait_for_function(f"{ACTIVE} === {here + 1}")
    form(asked, "q0-2").get_by_text("Not yet: q0-2").wait_for()
    # What was checked by a click is not checked again, and the form stays as it is.
    form(asked, "q1-2").get_by_role("radio").nth(1).focus()
    keys.press("Shift+Enter")
    asked.wait_for_function(f"{ACTIVE} === 3")
    assert saved(lab_folder) == [["q1-2", "b"], ["q0-2", "3"]]
    form(asked, "q1-7").locator("textarea").focus()
    keys.type("It is talk.")
    assert asked.evaluate("jupyterapp.shell.currentWidget.context.model.dirty")
    keys.press("Control+s")
    asked.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")


def test_a_form_without_its_kernel_says_so(asked):
    """After a restart a form takes nothing in and says what to do; what is stored comes back."""
    form(asked, "q1-2").get_by_label("b The first, in the opening").click()
    form(asked, "q1-2").get_by_text("Not yet: q1-2").wait_for()
    sentence = form(asked, "q1-7").get_by_label("Your answer, a sentence or more")
    sentence.fill("Half a thought")
    asked.evaluate(HEAR)
    asked.evaluate(
        "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()"
    )
    asked.wait_for_function(CONNECTED)
    # All forms say so at once; of all, the one that the reader is in is heard.
    told = asked.get_by_text("If it was restarted or stopped, run the lesson again")
    told.nth(4).wait_for()
    assert told.locator("visible=true").count() == 5
    assert asked.get_by_role("alert").count() == 1
    assert heard(asked) == [closed(asked)]
    asked.keyboard.type(" and more")
    # Nothing that was typed is gone, and nothing more can be.
    assert sentence.input_value() == "Half a thought"
    assert not sentence.is_editable()
    assert form(asked, "q1-2").is_hidden()
    kept = asked.locator(".t2-stored").filter(has_text="Two serving ambassadors")
    assert "← your answer" in kept.locator("visible=true").inner_text()
    command(asked, "notebook:run-all-cells")
    form(asked, "q1-2").get_by_label("b The first, in the opening").and_(
        asked.locator(":checked")
    ).wait_for()


def test_focus_stays_in_the_notebook_when_the_kernel_goes(asked):
    """A choice that takes nothing in any more hands the focus to the words that say so."""
    before = cells(asked)
    form(asked, "q1-2").get_by_role("radio").first.focus()
    asked.evaluate(
        "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()"
    )
    asked.wait_for_function(
        "words => document.activeElement.innerText === words", arg=closed(asked)
    )
    for letter in "ddxam":
        asked.keyboard.press(letter)
    assert cells(asked) == before
    asked.wait_for_function(CONNECTED)
    # A kernel that was restarted knows nothing yet: what the words advise is run, and all is there.
    command(asked, "notebook:run-all-cells")
    form(asked, "q1-2").get_by_role("radio").first.wait_for()


def test_a_busy_kernel_gives_the_focus_back(asked):
    """A form that waits for its kernel opens again, and the reader is where they were."""
    radio = form(asked, "q1-2").get_by_role("radio").first
    # Python itself is held, since messages of widgets may be answered beside what the kernel runs.
    asked.evaluate(
        "() => { jupyterapp.shell.currentWidget.context.sessionContext.session.kernel"
        ".requestExecute({ code: 'import ctypes; ctypes.PyDLL(None).sleep(7)' }) }"
    )
    radio.focus()
    asked.wait_for_function(
        "words => document.activeElement.innerText === words", arg=closed(asked)
    )
    asked.wait_for_function("document.activeElement.type === 'radio'", timeout=20_000)
    assert radio.evaluate("e => document.activeElement === e")


def test_each_answer_is_heard_once(asked):
    """Feedback, hint and solution are each heard once, and the button pressed keeps the focus."""
    asked.evaluate(HEAR)
    one = form(asked, "q1-2")
    one.get_by_role("radio").first.focus()
    asked.keyboard.press("Space")
    asked.keyboard.press("Tab")
    for key, words in [
        ("Enter", "Not yet: q1-2"),
        ("Tab", None),
        ("Space", "Hint 1 of 2: q1-2"),
        ("Enter", "Hint 2 of 2: q1-2"),
        ("Tab", None),
        ("Enter", "Solution: q1-2"),
    ]:
        at = asked.evaluate("document.activeElement.innerText")
        asked.keyboard.press(key)
        if words:
            (told,) = heard(asked)
            assert words in told
            assert asked.evaluate("document.activeElement.innerText") == at


def test_an_error_takes_no_question_away(asked):
    """Where an answer is typed without its quotation marks, the question stands below the error."""
    asked.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets[2].model.sharedModel"
        ".setSource(\"t2.check('q1-2', b)\")"
    )
    command(asked, "notebook:run-all-cells")
    asked.get_by_text("NameError").first.wait_for()
    form(asked, "q1-2").get_by_label("c The second, in the overview").click()
    form(asked, "q1-2").get_by_text("Right: q1-2").wait_for()


def test_a_question_reads_as_a_group(asked):
    """A screen reader hears the question as the name of its group, and each option whole."""
    group = form(asked, "q1-2").get_by_role("group")
    assert "Two serving ambassadors" in group.aria_snapshot()
    assert asked.get_by_role("form", name="Question q1-2", exact=True).count() == 1
    for question in QUESTIONS:
        for words in ("Check", "Hint"):
            named = asked.get_by_role("button", name=f"{words}: {question}", exact=True)
            assert named.inner_text() == words
    for option in ("a Both alike", "b The first, in the opening", "c The second, in the overview"):
        assert group.get_by_role("radio", name=option, exact=True).count() == 1
