"""One document's bytes with the name under which they were found, and the id made from that name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from graph.model import NO_PROPERTIES, Value

__all__ = ["Place", "Source"]

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document was found, and what its id is where it states none.

    The id is the path below the folder or archive that was given, without the suffix: "2019/interview". So two files
    of one name stay apart, and an edited file keeps its id, whatever else is imported and from wherever. A file that
    was given itself is called by its name alone. A name that says nothing, such as "document", is left out.
    """

    name: str  # as the user is told of it: the path as given, "archive.zip!inner.txt"
    below: tuple[str, ...]  # the path below what was given; empty for what was given itself
    folder: str = ""  # the name of what was given or, of a file, of the folder that it is in

    @classmethod
    def of(cls, path: str) -> "Place":
        """Name a path that was given itself."""
        parts = [part for part in path.replace("!", "/").replace("\\", "/").split("/") if part]
        above = parts[-2] if len(parts) > 1 and parts[-2] not in {".", ".."} else ""
        return cls(path, (), _stem(above) if "!" in path else above)

    @property
    def id(self) -> str:
        """The id made from the name."""
        own = _stem(re.split(r"[!/\\]", self.name)[-1])
        parts = (*self.below[:-1], own)
        if own.lower() not in _SAYS_NOTHING:
            return "/".join(parts)
        return "/".join(parts[:-1]) or self.folder or own

    def entry(self, path: str) -> "Place":
        """Name a file of this archive."""
        inner = tuple(part for part in path.replace("\\", "/").split("/") if part)
        stem = _stem(re.split(r"[!/\\]", self.name)[-1])
        outer = (*self.below[:-1], stem) if self.below else ()
        return Place(f"{self.name}!{path}", (*outer, *inner), stem)


def _stem(name: str) -> str:
    while name.lower().endswith(_PACKED):
        name = name.rpartition(".")[0]
    suffix = PurePosixPath(name).suffix
    return name[: -len(suffix)] if 1 < len(suffix) <= 7 and not suffix[1:].isdecimal() else name
