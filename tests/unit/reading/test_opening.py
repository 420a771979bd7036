"""Bytes: packed ones, their encodings, and what is no text."""

import gzip
import io

import pytest
import zstandard

from counterclaim.reading.drafts import RefusedError
from counterclaim.reading.opening import Digested, decode, read_all, unpacked

TEXT = "Zehn Männer – “tot” 🔥 e\u0301"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    """UTF-8 with or without a mark, and the wider ones by theirs."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_declared_encoding() -> None:
    """What a page or a server declares is used where the bytes are not UTF-8."""
    page = '<meta charset="windows-1251"><p>Город</p>'

    assert decode(page.encode("windows-1251")) == page
    assert decode("Город".encode("koi8-r"), charset="koi8-r") == "Город"


def test_undeclared_encoding_is_detected() -> None:
    """Old western text without a declaration is still read."""
    text = "Le général a déclaré que l'armée avait été attaquée près du château. " * 5

    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("content", "found"), [(b"", "nothing"), (b" \n", "nothing"), (b"\x89PNG\x00\x01\x02\x03\x04", "binary data")]
)
def test_empty_and_binary_bytes_are_refused(content: bytes, found: str) -> None:
    """Both are named for what they are."""
    with pytest.raises(RefusedError, match=found):
        decode(content)


def test_undecodable_bytes_are_refused() -> None:
    """A mark that the bytes do not keep to."""
    with pytest.raises(RefusedError, match="no known encoding"):
        decode(b"\xef\xbb\xbfabc \xff\xfe")


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_packed_bytes_are_opened(pack: type) -> None:
    """By their first bytes, whatever the file is called."""
    assert read_all(unpacked(Digested(io.BytesIO(pack(b"Ten died."))))) == b"Ten died."


def test_digest_is_that_of_the_stored_bytes() -> None:
    """A packed file's digest is the file's own."""
    import hashlib

    packed = gzip.compress(b"Ten died.")
    stream = Digested(io.BytesIO(packed))
    read_all(unpacked(stream))

    assert hashlib.sha256(packed).hexdigest() == stream.sha256


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_truncated_packing_is_refused(pack: type) -> None:
    """A file cut short is never half an article."""
    packed = pack(bytes(range(256)) * 400)[:-30]

    with pytest.raises(RefusedError, match=r"cut short|broken"):
        read_all(unpacked(Digested(io.BytesIO(packed))))


def test_too_large_is_refused() -> None:
    """A limit in bytes, counted after unpacking."""
    with pytest.raises(RefusedError, match="more than 1 MB"):
        read_all(unpacked(Digested(io.BytesIO(gzip.compress(b"a" * 2**21)))), largest=2**20)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_page_in_wide_letters_without_a_mark(encoding: str) -> None:
    """Its first bracket tells the order of its bytes."""
    assert decode("<html><p>Zwölf</p></html>".encode(encoding)) == "<html><p>Zwölf</p></html>"
