"""The import rule: data flows one way, and `ls graph/` reads like the picture in docs/data-flow.md."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "graph"
BASE = {"model", "errors", "files", "names", "ontology", "periods"}
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "files": {"errors"},
    "names": set(),
    "periods": {"errors"},
    "ontology": {"model", "errors"},
    "plugins": {"errors"},
    "documents": BASE | {"plugins"},
    "extract": BASE | {"plugins"},
    "casebook": BASE,
    "release": BASE,
    "identify": BASE,
    "network": BASE,
    "lookup": BASE,
    "references": BASE,
    "totals": BASE,
    "paths": BASE | {"network"},
    "view": BASE | {"network"},
    "export": BASE | {"network", "references", "totals"},
    "neo": BASE | {"network"},
}
"""Part of graph/ → the other parts that it may import. ``pipeline`` joins the stages, ``cli`` calls everything."""

WITHIN_EXTRACT = ("language", "sentences", "mentions", "clauses", "discourse", "events", "affiliations")
"""The folders of graph/extract/, in the order of its steps: each imports those before it, not so the last two."""

JOINERS = {"pipeline": set(MAY_IMPORT), "cli": {*MAY_IMPORT, "pipeline"}}
FILES = sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """Return the part of graph/ that a file belongs to: its folder or its own name."""
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def module(path: Path) -> str:
    """Return a file's dotted name: ``graph.view.html``; a package has its folder's."""
    names = ["graph", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


MODULES = {module(path) for path in FILES}


def imports(path: Path, *, at_load: bool = False) -> set[str]:
    """Return the modules of graph that a file imports; with ``at_load`` only what loading it loads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for top in tree.body for node in (top, *_inner(top))] if at_load else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            base = node.module or ""
            found.update(f"{base}.{a.name}" if f"{base}.{a.name}" in MODULES else base for a in node.names)
    return {name for name in found if name == "graph" or name.startswith("graph.")}


def _inner(top: ast.stmt) -> list[ast.AST]:
    """Return what runs with a top-level statement: not the inside of functions."""
    if isinstance(top, ast.FunctionDef | ast.AsyncFunctionDef):
        return []
    return [
        node for child in ast.iter_child_nodes(top) if isinstance(child, ast.stmt) for node in (child, *_inner(child))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_part_imports_only_what_stands_before_it(path: Path) -> None:
    """Each part of graph/ imports the parts that the table allows, wherever in the file the import stands."""
    here = part(path)
    if here == "__init__":
        assert imports(path) == set(), "the package itself loads nothing"
        return
    allowed = {**MAY_IMPORT, **JOINERS}
    assert here in allowed, f"graph/{here} has no row in the table; add it here and in docs/data-flow.md"
    others = {name.split(".")[1] for name in imports(path) if "." in name} - {here}
    assert others <= allowed[here]


@pytest.mark.parametrize(
    "path", [p for p in FILES if part(p) not in JOINERS], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_nobody_imports_the_joiners(path: Path) -> None:
    """Only the command line imports the pipeline, and nobody imports the command line."""
    assert {name.split(".")[1] for name in imports(path) if "." in name} & JOINERS.keys() == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_step_of_extraction_imports_only_steps_before_it(path: Path) -> None:
    """Inside of graph/extract/ the folders are steps, too; events and affiliations stand side by side."""
    here = path.parent.name
    if path.parent.parent != PACKAGE / "extract" or here not in WITHIN_EXTRACT:
        return
    before = set(WITHIN_EXTRACT[: WITHIN_EXTRACT.index(here)]) - {"events"}
    steps = {name.split(".")[2] for name in imports(path) if name.startswith("graph.extract.")} & set(WITHIN_EXTRACT)
    assert steps <= before | {here}


@pytest.mark.parametrize("name", sorted({part(path) for path in FILES} - {"__init__"}))
def test_the_page_on_the_data_flow_tells_of_every_part(name: str) -> None:
    """Whoever reads docs/data-flow.md meets every part of graph/."""
    page = (PACKAGE.parent / "docs" / "data-flow.md").read_text(encoding="utf-8")
    assert f"`{name}.py`" in page or f"`{name}/`" in page


def test_no_module_needs_itself() -> None:
    """No cycle of imports, not even inside of a part."""
    graph = {module(path): imports(path, at_load=True) & MODULES - {module(path)} for path in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
