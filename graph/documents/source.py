"""One document's bytes with the name under which they were found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from graph.model import NO_PROPERTIES, Value

__all__ = ["Source", "name_of"]

_SAYS_NOTHING = frozenset({"article", "body", "content", "doc", "document", "index", "page", "story", "text"})
_PACKED = (".gz", ".gzip", ".zip")


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was found, not yet decoded unless it came as JSON."""

    name: str  # the path as given, "archive.zip!inner.txt", "lines.jsonl#17"
    data: bytes  # its bytes; of a JSON line the whole line, so that an edit of the metadata counts as an edit
    fallback: str  # id for a document that states none
    id: str = ""  # the id that the JSON line gives; it wins over the document's own
    text: str | None = None  # of a JSON line
    note: str = ""  # what had to be repaired
    metadata: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES)

    @property
    def sha256(self) -> str:
        """Digest of the document's bytes."""
        return sha256(self.data).hexdigest()


def name_of(path: str, folder: str = "") -> str:
    """Make an id from a file's name: without folders and suffix; the folder's name where the file's says nothing."""
    parts = [part for part in path.replace("!", "/").replace("\\", "/").split("/") if part]
    names = [_stem(part) for part in parts] or [""]
    if names[-1].lower() in _SAYS_NOTHING:
        return (names[-2] if len(names) > 1 and names[-2] not in {".", ".."} else folder) or names[-1]
    return names[-1]


def _stem(name: str) -> str:
    while name.lower().endswith(_PACKED):
        name = name.rpartition(".")[0]
    suffix = PurePosixPath(name).suffix
    return name[: -len(suffix)] if 1 < len(suffix) <= 7 and not suffix[1:].isdecimal() else name
