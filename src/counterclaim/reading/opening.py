"""Bytes of an input: packed ones opened by their first bytes, none larger than the limit, as text."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import charset_normalizer
import zstandard

from counterclaim.reading.drafts import RefusedError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
LARGEST = 32 * 1024 * 1024  # bytes of a file that is read whole, unpacked
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),  # a page without a mark
    (b"\0<", "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
SAMPLE = 65536
PIECE = 16384  # packed bytes at a time: what they unpack to is held in memory


class Digested(io.RawIOBase):
    """A stream that keeps the SHA-256 of the bytes read from it, and where asked the bytes."""

    def __init__(self, stream: IO[bytes], *, keep: bool = False) -> None:
        self._stream = stream
        self._kept: list[bytes] | None = [] if keep else None
        self._digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        chunk = self._stream.read(len(view))
        view[: len(chunk)] = chunk
        self._digest.update(chunk)
        if self._kept is not None:
            self._kept.append(chunk)
        return len(chunk)

    def forget(self) -> None:
        """Keep no bytes any more."""
        self._kept = None

    @property
    def sha256(self) -> str:
        """The digest of what was read so far, in hex."""
        return self._digest.hexdigest()

    @property
    def content(self) -> bytes:
        """The bytes read so far; none if they are not kept."""
        return b"".join(self._kept or ())


class Unzstd(io.RawIOBase):
    """The content of a Zstandard stream; unlike the library's own reader it notices a stream cut short."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._content = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        while not self._content and self._fill():
            pass
        size = min(len(view), len(self._content))
        view[:size], self._content = self._content[:size], self._content[size:]
        return size

    def _fill(self) -> bool:
        """Read on, into a new frame where one ends; False at the end of the stream."""
        packed = self._frame.unused_data if self._frame.eof else b""
        packed = packed or self._stream.read(PIECE)
        if not packed:
            if not self._frame.eof:
                raise EOFError
            return False
        if self._frame.eof:
            self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._content = self._frame.decompress(packed)
        return True


def unpacked(stream: io.RawIOBase) -> IO[bytes]:
    """The stream, unpacked if its first bytes are those of gzip or Zstandard."""
    buffered = io.BufferedReader(stream)
    head = buffered.peek(4)[:4]
    if head.startswith(GZIP):
        return io.BufferedReader(gzip.GzipFile(fileobj=buffered))
    if head.startswith(ZSTD):
        return io.BufferedReader(Unzstd(buffered))
    return buffered


def read_all(stream: IO[bytes], *, largest: int = LARGEST) -> bytes:
    """All bytes of a stream; refuses more than `largest` and broken packing."""
    chunks: list[bytes] = []
    size = 0
    while chunk := read_some(stream, 1 << 20):
        chunks.append(chunk)
        size += len(chunk)
        if size > largest:
            raise too_large(largest)
    return b"".join(chunks)


def read_line(stream: IO[bytes], *, largest: int = LARGEST) -> bytes:
    """The next line of a stream, b"" at its end; refuses as `read_all` does."""
    with refusing():
        line = stream.readline(largest + 1)
    if len(line) > largest:
        raise too_large(largest)
    return line


def read_some(stream: IO[bytes], size: int) -> bytes:
    """The next bytes of a stream; refuses packing that is broken or cut short."""
    with refusing():
        return stream.read(size)


@contextmanager
def refusing() -> Iterator[None]:
    """Turns the errors of packed streams into refusals."""
    try:
        yield
    except EOFError as error:
        raise RefusedError("a packed file cut short", "a whole gzip or zstd file", "fetch it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise RefusedError(f"broken gzip ({error})", "a whole gzip file", "fetch it again") from error
    except zstandard.ZstdError as error:
        raise RefusedError(f"broken zstd ({error})", "a whole zstd file", "fetch it again") from error


def too_large(largest: int) -> RefusedError:
    """The refusal of an input above a limit in bytes."""
    found = f"more than {largest // 1024 // 1024} MB"
    return RefusedError(found, "one article, or records as JSON Lines", "split it or leave it out")


def decode(content: bytes, *, charset: str | None = None) -> str:
    """The bytes as text: by their mark, as UTF-8, as declared, as detected; nothing is replaced or repaired.

    Refuses empty, binary and undecodable bytes.
    """
    if not content.strip():
        raise RefusedError("nothing", "an article", "leave it out")
    if marked := marked_encoding(content):
        return _decoded(content, marked) or _undecodable()
    sample = content[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROL)) > max(2, len(sample) // 200):
        raise RefusedError("binary data", "text, HTML or JSON", "leave it out or convert it to text")
    declared = charset or _declared(content)
    text = _decoded(content, "utf-8") or (_decoded(content, declared) if declared else None) or _detected(content)
    return text if text is not None else _undecodable()


def marked_encoding(content: bytes) -> str | None:
    """The encoding that the first bytes tell: a byte order mark, or the first bracket of a page."""
    return next((name for mark, name in BOMS if content.startswith(mark)), None)


def _declared(content: bytes) -> str | None:
    found = DECLARED.search(content, 0, 4096)
    return found[1].decode("ascii") if found else None


def _decoded(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _detected(content: bytes) -> str | None:
    best = charset_normalizer.from_bytes(content[:SAMPLE]).best()
    return _decoded(content, best.encoding) if best else None


def _undecodable() -> str:
    raise RefusedError("text in no known encoding", "UTF-8 or a declared encoding", "convert it to UTF-8")
