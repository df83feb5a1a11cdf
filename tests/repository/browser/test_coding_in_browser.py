"""The coding form as a reader uses it: with mouse and keyboard, over a restart, by file."""

import nbformat
import pytest
from driving import CONNECTED, command
from hearing_live import HEAR, heard
from lessons import METADATA


@pytest.fixture
def form(page, lab_folder, request):
    """Open a notebook that shows the form, and give the page."""
    page.outside.clear()
    page.errors.clear()
    (lab_folder / "reader" / "codings-ana.csv").unlink(missing_ok=True)
    name = f"{request.node.originalname}.ipynb"
    new = nbformat.v4
    cell = new.new_code_cell("import track2lib as t2\nt2.code_cases('ana')")
    book = new.new_notebook(cells=[cell], metadata=METADATA)  # without it, a kernel is asked for
    nbformat.write(book, lab_folder / "root" / name)
    command(page, "docmanager:open", path=name, factory="Notebook")
    show(page)
    yield page
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def show(page):
    """Run the cell in a kernel that knows nothing yet."""
    page.wait_for_function(CONNECTED, timeout=60_000)
    command(page, "notebook:run-all-cells")
    page.get_by_label("Case", exact=True).wait_for()


def status(page):
    return page.locator(".t2-coding .widget-html:visible").filter(has_text="decisions coded")


def coded(page, code):
    """Wait until a contribution shows this code: the card of its case comes a moment earlier."""
    from playwright.sync_api import expect  # the page has skipped where it is not installed

    expect(page.get_by_label("Code: Unofficial channel")).to_have_value(code)


def test_a_case_is_coded_saved_and_there_after_a_restart(form, lab_folder):
    """A code and a reason are on disk at once; a new kernel shows them; a file carries them on."""
    page = form
    page.get_by_label("Code: Informal forum").select_option("independently documented")
    reason = page.get_by_label("Reason: Informal forum")
    reason.fill('The "paper", in print')
    reason.press("Tab")
    status(page).filter(has_text="1 of 40").filter(has_text="Saved").wait_for()
    page.get_by_text("Compare with two other readings").click()
    page.get_by_text("Neither is the key").wait_for()
    file = lab_folder / "reader" / "codings-ana.csv"
    saved = file.read_text("utf-8")
    assert 'ana,una-sipri,c-forum,independently documented,"The ""paper"", in print"' in saved

    with page.expect_download() as download:
        page.get_by_text("Download codings").click()
    assert download.value.suggested_filename == "codings-ana.csv"
    kept = lab_folder / "kept.csv"
    download.value.save_as(kept)
    assert kept.read_text("utf-8") == saved

    page.evaluate(
        "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()"
    )
    show(page)
    assert page.get_by_label("Reason: Informal forum").input_value() == 'The "paper", in print'

    # As on a machine that has forgotten everything.
    file.unlink()
    show(page)
    assert page.get_by_label("Reason: Informal forum").input_value() == ""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload codings").click()
    chooser.value.set_files(kept)
    status(page).filter(has_text="1 of 40").wait_for()
    assert page.get_by_label("Reason: Informal forum").input_value() == 'The "paper", in print'
    assert file.read_text("utf-8") == saved
    assert page.errors == []
    assert page.outside == []


def test_what_is_saved_is_heard_once_and_the_focus_stays(form):
    """Each save is heard in one place that was there before; the reader goes on where they were."""
    page = form
    page.evaluate(HEAR)
    page.get_by_label("Code: Informal forum").focus()
    page.keyboard.press("ArrowDown")
    status(page).filter(has_text="1 of 40").wait_for()
    assert heard(page) == [
        "1 of 40 decisions coded. 1 without a reason: a code without one cannot be discussed. Saved."
    ]
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    reason = page.get_by_label("Reason: Informal forum")
    for typed in ("So", " it is", " said"):
        reason.focus()
        page.keyboard.press("End")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        assert heard(page) == ["1 of 40 decisions coded. Saved."]
    # Between the second and the third, what others have read came into the way of Tab.
    assert page.evaluate("document.activeElement.innerText") == "Compare with two other readings"
    last = page.get_by_label("Reason: Unofficial channel")
    last.fill("So")
    page.keyboard.press("Tab")
    status(page).filter(has_text="1 with a reason and no code").wait_for()
    assert page.evaluate("document.activeElement.innerText") == "Download codings"
    group = page.get_by_role("group", name="Coding form")
    assert group.get_by_role("button", name="Upload codings (0)", exact=True).count() == 1


def test_every_control_has_a_ring(form):
    """Whatever Tab comes to in the form shows where one is, and not by a shade alone."""
    page = form
    page.get_by_label("Your name or initials").focus()
    rings = []
    for _ in range(12):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        rings.append(page.evaluate(f"{style}.outlineStyle + {style}.outlineWidth"))
    assert rings == ["solid3px"] * 12


def test_another_case_has_a_form_of_its_own(form):
    """Choosing a case shows its card, and codes that belong to it."""
    page = form
    page.get_by_label("Code: Unofficial channel").select_option("nothing found")
    status(page).filter(has_text="Saved").wait_for()
    page.get_by_label("Case", exact=True).select_option("Oslo back channel")
    page.get_by_role("heading", name="Oslo back channel").wait_for()
    coded(page, "choose a code")
    page.get_by_label("Case", exact=True).select_option("UNA-USA and SIPRI dialogue")
    page.get_by_role("heading", name="UNA-USA and SIPRI dialogue").wait_for()
    coded(page, "nothing found")


WIDER = """() => {
    const form = [...document.querySelectorAll(".t2-coding")].find(one => one.offsetParent);
    const {right} = form.getBoundingClientRect();
    return [...form.querySelectorAll("*")]
        .filter(one => one.getBoundingClientRect().right > right + 1)
        .map(one => `${one.tagName} ${one.className}`);
}"""


def test_a_long_reason_is_seen_whole_on_a_small_page(form):
    """Fields are as wide as the page bears: nothing of a reason or of a button is out of sight."""
    page = form
    reason = page.get_by_label("Reason: Informal forum")
    reason.fill("The card names the organizer alone, and nobody without a stake in it. " * 4)
    reason.press("Tab")
    wrong = {}
    for width in (1024, 640, 390):
        page.set_viewport_size({"width": width, "height": 768})
        if width < 1024:
            page.evaluate("jupyterapp.shell.collapseLeft()")
        page.wait_for_timeout(500)
        wider = page.evaluate(WIDER)
        hidden = reason.evaluate("field => field.scrollHeight - field.clientHeight")
        if wider or hidden > 1:
            wrong[width] = (wider, hidden)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("jupyterapp.shell.expandLeft()")
    assert wrong == {}


def test_a_form_without_its_kernel_takes_nothing(form, lab_folder):
    """After a restart nothing is taken in and nothing called saved; what was typed can be copied."""
    page = form
    page.get_by_label("Code: Informal forum").select_option("denied")
    status(page).filter(has_text="1 of 40").filter(has_text="Saved").wait_for()
    before = (lab_folder / "reader" / "codings-ana.csv").read_bytes()
    page.get_by_label("Reason: Informal forum").fill("Half a thought")
    page.evaluate(
        "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.restart()"
    )
    page.wait_for_function(CONNECTED)
    page.get_by_label("Reason: Unofficial channel").click()
    page.get_by_text("run the lesson again").locator("visible=true").wait_for()
    assert page.get_by_label("Code: Informal forum").is_disabled()
    assert page.get_by_label("Reason: Informal forum").input_value() == "Half a thought"
    assert not page.get_by_label("Reason: Informal forum").is_editable()
    assert page.locator(".t2-stored").is_visible()
    assert (lab_folder / "reader" / "codings-ana.csv").read_bytes() == before
    show(page)
    assert page.get_by_label("Code: Informal forum").input_value() == "denied"


def test_a_page_that_was_saved_has_the_words(form, lab_folder):
    """A saved page that is opened again shows codes, case and count in words."""
    page = form
    page.get_by_label("Case", exact=True).select_option("Oslo back channel")
    page.get_by_role("heading", name="Oslo back channel").wait_for()
    # What is stored follows the form by a moment.
    page.locator(".t2-stored").get_by_text("Oslo back channel").first.wait_for(state="attached")
    command(page, "docmanager:save")
    page.evaluate("() => jupyterapp.shell.currentWidget.context.sessionContext.shutdown()")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")
    name = "test_a_page_that_was_saved_has_the_words.ipynb"
    command(page, "docmanager:open", path=name, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)
    page.locator(".t2-stored").get_by_text("independently documented").wait_for()
    assert page.locator(".t2-stored").get_by_text("Oslo back channel").first.is_visible()
    # What JupyterLab says of a form that it cannot show again would frighten, and help nobody.
    page.get_by_text("Error displaying widget").wait_for(state="attached")
    assert page.get_by_text("Error displaying widget").is_hidden()
