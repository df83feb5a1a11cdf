"""The names of coders and of their files."""

from track2lib.reader.coder_name import coder_name, file_name, hand_in_file


def test_each_package_has_a_file_of_its_own() -> None:
    """Two packages may use one key for two cases; no name of a coder leads to another's file."""
    pairs = [("me", ""), ("me", "my-cases"), ("me_my-cases", ""), ("me-my-cases", ""), ("me", "x")]
    # Names that are alike once they are plain, or without a plain letter.
    pairs += [("me", "My cases"), ("me", "my cases"), ("me", "پرونده"), ("me", "موارد")]
    names = [file_name(coder, package) for coder, package in pairs]
    assert len({*names}) == len(pairs)
    assert names[1] == "codings-me_my-cases.csv"


def test_each_name_has_a_file_of_its_own() -> None:
    """Names that look alike when they are made plain, and names without a letter, stay apart."""
    names = ["ana-b", "Ana B", "Ana-B", "ana b", "😀", "🎉", "!!!", "..", "a/../b", "آنا"]
    files = [file_name(name) for name in names]
    assert len({*files}) == len(names)
    assert all(file.isascii() and "/" not in file for file in files)


def test_a_letter_with_its_accent_is_one_name() -> None:
    """Two keyboards may write a letter as one sign or as two; the file is the same."""
    names = [coder_name(typed) for typed in ("Zo\u00eb", "Zoe\u0308", " =Zo\u00eb\n")]
    assert len({*names}) == 1
    assert coder_name("=+@") == ""


def test_a_hand_in_has_a_file_of_its_own() -> None:
    """Whatever is typed as a name leads out of no folder, and no two names or lessons share a file."""
    pairs = [("ana", ""), ("Ana", ""), ("علی", ""), ("ana", "07"), ("ana_07", ""), ("../../x", "")]
    files = [hand_in_file(*pair) for pair in pairs]
    assert len({*files}) == len(pairs)
    assert all(file.startswith("hand-in-") and file.isascii() and "/" not in file for file in files)
