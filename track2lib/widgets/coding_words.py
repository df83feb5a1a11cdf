"""What the coding form says: how far the coding is, what is open, and what went wrong."""

from collections.abc import Collection

from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_file import LONGEST, Codings

__all__ = ["TROUBLE", "after_change", "how_far", "many"]

TROUBLE = {
    "": "",
    "not saved": (
        "This could not be saved in your notes folder. Download your codings before you leave."
    ),
    "damaged": (
        "A part of your earlier file could not be read. The rest is kept; the old file lies in your "
        "notes folder, with 'damaged' in its name."
    ),
    "another's": (
        "The file of your name held the codings of another coder; it is kept with 'damaged' in its "
        "name."
    ),
}
CUT = f"Saved, but for what stands behind the first {LONGEST:,} letters of the reason."
REPLACED = "{} made way; the file that had them is kept, with 'replaced' in its name."


def many(count: int, what: str) -> str:
    """Say how many there are of something.

    Examples
    --------
    >>> many(1, "case"), many(2, "case")
    ('1 case', '2 cases')
    """
    return f"{count} {what}{'' if count == 1 else 's'}"


def after_change(saved: Codings, reason: str) -> str:
    """Say what became of one decision, whose reason was typed so, when it was saved."""
    said = CUT if len(plain_cell(reason)) > LONGEST else "Saved."
    return TROUBLE[saved.trouble] or said


def how_far(
    saved: Codings, cases: Collection[str], parts: Collection[str], refused: str = ""
) -> str:
    """Count what is done and what is open, and say what went wrong if anything did.

    Parameters
    ----------
    saved : Codings
        What a coder has decided.
    cases, parts : collection of str
        Cases and contributions that are asked about; a file may hold others.
    refused : str, default ""
        Why a file was not taken up, if one was not.

    Returns
    -------
    str
        Sentences.
    """
    mine = [own for unit, own in saved.given.items() if unit[0] in cases and unit[1] in parts]
    done = sum(bool(code) for code, _ in mine)
    said = [f"{done} of {len(cases) * len(parts)} decisions coded."]
    if bare := sum(bool(code and not reason) for code, reason in mine):
        said.append(f"{bare} without a reason: a code without one cannot be discussed.")
    if drafts := sum(bool(reason and not code) for code, reason in mine):
        said.append(f"{drafts} with a reason and no code yet.")
    if lost := saved.restored:
        said.append(f"Your file had lost {many(lost, 'decision')}, which it has again.")
    if gone := saved.replaced:
        said.append(REPLACED.format(many(gone, "earlier decision")))
    told = refused or TROUBLE[saved.trouble]
    return " ".join([*said, told or ("Saved." if done or drafts else "")]).strip()
