"""What was coded in Taguette, as codings: its highlights, exported as CSV."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

import pandas as pd

from track2lib.impact.coding_files import TAGUETTE, CodingsError, Numbered, read_rows
from track2lib.impact.rubric import CODES, COLUMNS, closest, names
from track2lib.records.asked import a_place, a_text
from track2lib.records.look_alikes import folded
from track2lib.records.problem import Problem, warn

__all__ = ["from_taguette"]

RUBRIC = {*map(folded, CODES)}
LONGEST = 200  # letters of a name
BETWEEN = " / "  # the highlights of one decision


def from_taguette(path: str | Path, coder: str, *, data: str | Path | None = None) -> pd.DataFrame:
    r"""Read what a coder has highlighted in Taguette as codings.

    There, each document is a case and has its key as its name, with or without an ending
    (``oslo`` or ``oslo.docx``). Each tag is a contribution and a code with a point between, such
    as ``c-channel.independently documented``; `rubric_codebook` writes them all for Taguette.

    Parameters
    ----------
    path : str or pathlib.Path
        The highlights of a project, exported as CSV, of all tags: the export of one group of tags
        has the other decisions in part only.
    coder : str
        Name or initials, which the export does not have.
    data : str or pathlib.Path, optional
        Folder of another data package, of which cases or contributions were coded.

    Returns
    -------
    pandas.DataFrame
        As `load_codings` gives them, a row for each case and contribution that has a code. What
        was highlighted is the reason; several highlights of one decision are joined.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    TypeError, ValueError
        If the coder has no name, or what is given is no text.
    track2lib.DataError
        If it is no such export, a document is no case, a tag has a contribution and no code of
        the rubric or the other way round, or a decision has two codes.

    Warns
    -----
    track2lib.DataWarning
        If there are tags without a contribution and a code, which are passed over.

    Notes
    -----
    Taguette: Rampin and Rampin (2021), Taguette: open-source qualitative data analysis, Journal of
    Open Source Software 6(68), 3522, https://doi.org/10.21105/joss.03522.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     path = Path(place, "all_tags.csv")
    ...     _ = path.write_text("id,document,tag,content\n1,oslo,c-channel.denied,No one met.\n")
    ...     t2.impact.from_taguette(path, "ana")["code"].tolist()
    ['denied']
    """
    a_text(coder, "coder", "ana", longest=LONGEST)
    file = a_place(path, "path", "all_tags.csv", "a file")
    if not file.is_file():
        lies = "is a folder" if file.is_dir() else "is not there"
        raise FileNotFoundError(f"{file} {lies}. Give the highlights, exported as CSV.")
    rows = read_rows(file.read_bytes(), file.name, TAGUETTE)
    if isinstance(rows, Problem):
        raise CodingsError.of(rows)
    decided, others, faults = _decided(rows, file.name, data)
    faults += _contradictory(decided, file.name)
    if faults:
        raise CodingsError.of(*faults)
    if others:
        warn(f"Passed over, since they name no contribution and code: {', '.join(others)}.")
    found = [
        # The same words once: the export of a group of tags repeats a highlight that has two of them.
        (coder.strip(), *unit, next(iter(codes)), BETWEEN.join(_texts(codes.values())) or None)
        for unit, codes in decided.items()
    ]
    frame = pd.DataFrame(found, columns=COLUMNS, dtype="string")
    frame.attrs = {} if data is None else {"data": str(Path(data).absolute())}
    return frame


# By case and contribution: each code with its highlights, as rows of the file and texts.
type _Decided = dict[tuple[str, str], dict[str, list[tuple[int, str]]]]


def _decided(
    rows: list[Numbered], file: str, data: str | Path | None
) -> tuple[_Decided, list[str], list[Problem]]:
    """Sort the highlights by decision; give with them the tags passed over, and what is wrong."""
    cases, parts = names("dialogue_id", data), names("construct_id", data)
    alike = {*map(folded, parts)}
    decided: _Decided = defaultdict(lambda: defaultdict(list))
    others: dict[str, None] = {}
    faults: dict[tuple[str, str], Problem] = {}
    for number, (_, document, tag, content) in rows:
        if not tag.strip():
            continue
        part, _, code = tag.strip().rpartition(".")
        # As they look, so that a slip of the hand is no tag of somebody's own.
        if folded(part) not in alike and folded(code) not in RUBRIC:
            others[tag] = None
            continue
        document = document.strip()
        case = document if document in cases else PurePath(document).stem
        wrong = {
            ("tag", tag): _tag_fault(tag, part, code, parts),
            ("document", document): "" if case in cases else _no_case(document, cases),
        }
        for (column, value), said in wrong.items():
            if said:
                faults.setdefault(
                    (column, value), Problem(file, number, column, said.strip(), RIGHT[column])
                )
        if not any(wrong.values()):
            decided[case, part][code].append((number, " ".join(content.split())))
    return decided, [*others], [*faults.values()]


RIGHT = {
    "tag": "Rename the tag in Taguette, and export again.",
    "document": (
        "Name the document by its case, a key of the table 'dialogues', and export again; for a "
        "case of your own, name its package with data='my-cases'."
    ),
}


def _tag_fault(tag: str, part: str, code: str, parts: Mapping[str, str]) -> str:
    """Say what a tag lacks; nothing if it has a contribution and a code."""
    if part not in parts:
        return f"The tag {tag!r} names no contribution before its code. {closest(part, parts)}"
    if code not in CODES:
        return f"The tag {tag!r} names no code behind its contribution. {closest(code, CODES)}"
    return ""


def _no_case(document: str, cases: Iterable[str]) -> str:
    return f"The document {document!r} is no case. {closest(PurePath(document).stem, cases)}"


def _contradictory(decided: _Decided, file: str) -> list[Problem]:
    """Say of each decision with two codes where they stand."""
    faults = []
    for (case, part), codes in decided.items():
        if len(codes) > 1:
            where = [f"{code!r} (row {found[0][0]})" for code, found in codes.items()]
            said = f"{case} / {part} has {len(codes)} codes: {' and '.join(where)}."
            row = max(found[0][0] for found in codes.values())
            faults.append(Problem(file, row, "tag", said, "Keep one of them in Taguette."))
    return faults


def _texts(found: Iterable[list[tuple[int, str]]]) -> list[str]:
    return list(dict.fromkeys(text for own in found for _, text in own if text))
