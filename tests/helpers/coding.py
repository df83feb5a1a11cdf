"""A file of codings, and a form in which a case is coded."""

from datetime import UTC, datetime

from track2lib.impact.rubric import COLUMNS

HEAD = ",".join(COLUMNS)
ROW = "ana,una-sipri,c-forum,denied,A reason"


def downloaded(task):
    """Read what the link for downloading holds."""
    return task.download.text


def code(task, part, code, reason=""):
    task.codes[part].value = code
    task.reasons[part].value = reason


def upload(task, text, name="codings.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    about = {"name": name, "type": "", "size": len(content), "last_modified": datetime.now(UTC)}
    task.upload.value = (about | {"content": memoryview(content)},)
