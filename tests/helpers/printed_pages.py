"""What stands on the pages of a PDF: words with their sizes and places, pictures, and tags."""

import ctypes
import unicodedata
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Piece:
    """A piece of text or a picture: the page it is on, its box there, and the size of its letters."""

    page: int
    box: tuple[float, float, float, float]
    size: float = 0

    @property
    def width(self):
        """Give its width."""
        return self.box[2] - self.box[0]


class Printed:
    """A PDF that was printed: its pages and what it says of itself."""

    def __init__(self, pdf):
        with pypdfium2.PdfDocument(pdf) as document:
            pages = list(document)
            about = document.get_metadata_dict()
            self.title, self.created = about["Title"], about["CreationDate"]
            self.is_tagged = bool(raw.FPDFCatalog_IsTagged(document.raw))
            self.language = _language(document)
            self.sizes = [page.get_size() for page in pages]
            # Without spaces: lines and columns part words anywhere.
            self.words = [squeezed(page.get_textpage().get_text_range()) for page in pages]
            self.texts = _pieces(pages, raw.FPDF_PAGEOBJ_TEXT)
            self.pictures = _pieces(pages, raw.FPDF_PAGEOBJ_IMAGE)
            self.tags = [tag for page in pages for tag in _tags_of(page)]

    def __len__(self):
        """Give the number of its pages."""
        return len(self.sizes)


def squeezed(text):
    """Take out of a text what type sets in its own way: spaces, quotes, letters that are joined."""
    # A hyphen at the end of a line is read as a sign that is no letter.
    plain = unicodedata.normalize("NFKC", text.replace("\ufffe", "-")).translate(QUOTES)
    return "".join(plain.replace("\u00ad", "").split())


def _language(document):
    """Give the language that a document names."""
    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _pieces(pages, kind):
    """Give all of a kind that is on some pages."""
    return [
        Piece(number, thing.get_bounds(), _size(thing) if kind == raw.FPDF_PAGEOBJ_TEXT else 0)
        for number, page in enumerate(pages)
        for thing in page.get_objects([kind])
    ]


def _tags_of(page):
    """Give the kind and the alternative text of each tag of a page."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    count = raw.FPDF_StructTree_CountChildren(tree)
    found = [_tags(raw.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in range(count)]
    raw.FPDF_StructTree_Close(tree)
    return [tag for tags in found for tag in tags]


def _size(thing):
    """Give the size of letters as they are on the page."""
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing.raw, size)
    return abs(size.value * thing.get_matrix().d)


def _tags(element):
    """Give a tag and those within it."""
    if not element:
        return []
    kind, alt = (
        _text(ask, element)
        for ask in (raw.FPDF_StructElement_GetType, raw.FPDF_StructElement_GetAltText)
    )
    inner = [
        tag
        for place in range(raw.FPDF_StructElement_CountChildren(element))
        for tag in _tags(raw.FPDF_StructElement_GetChildAtIndex(element, place))
    ]
    return [(kind, alt), *inner]


def _text(ask, element):
    """Ask for a text, which comes in two steps."""
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
