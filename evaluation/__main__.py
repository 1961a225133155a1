"""Measure the importer on annotated documents: ``python -m evaluation GOLD [--docs FOLDER] [--upper] [--only TEXT]``.

Each document is imported alone into a fresh casebook, and its JSON export is held against the annotation. Prints the
figures of each layer, and writes every miss and false alarm with its sentence into a file.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evaluation.compare import LAYERS, Export, Figures, Slip, compare
from evaluation.gold import load
from evaluation.known import named_in
from evaluation.report import slips_page, table
from graph.casebook import Casebook
from graph.export.json import to_json
from graph.pipeline import import_paths, load_network

PACKAGE = Path(__file__).parents[1] / "graph"


def exported(source: Path) -> Export:
    """Import a document alone and return its export."""
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder) / "one.db", create=True) as casebook:
        import_paths(casebook, [source], on_problem=lambda problem: problems.append(str(problem)))
        export = to_json(load_network(casebook))
    if not export["documents"]:
        sys.exit(f"{source} could not be imported: {'; '.join(problems)}")
    return export


def measure(gold: Path, docs: Path, *, upper: bool) -> tuple[dict[str, Figures], list[Slip]]:
    """Hold one document against its annotation; ``upper`` reads it in capitals."""
    source = docs / f"{gold.stem}.txt"
    text = source.read_text(encoding="utf-8")
    if not upper:
        return compare(load(gold), exported(source), text)
    with tempfile.TemporaryDirectory() as folder:
        capitals = Path(folder) / source.name
        capitals.write_text(text.upper(), encoding="utf-8")
        return compare(load(gold), exported(capitals), text.upper())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; exit code 1 if a rule or word list names what is annotated."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of annotations, one JSON file a document")
    parser.add_argument("--docs", type=Path, help="folder of their texts (default: docs beside GOLD)")
    parser.add_argument("--upper", action="store_true", help="read the documents in capitals")
    parser.add_argument("--only", default="", metavar="TEXT", help="only documents whose name contains this")
    parser.add_argument("--slips", type=Path, default=Path("out/slips.txt"), help="where misses and false alarms go")
    options = parser.parse_args(arguments)
    docs = options.docs or options.gold.parent / "docs"
    paths = [path for path in sorted(options.gold.glob("*.json")) if options.only in path.name]
    if not paths:
        parser.error(f"no annotations in {options.gold}")
    total = {layer: Figures() for layer in LAYERS}
    slips: dict[str, list[Slip]] = {}
    for path in paths:
        figures, slips[path.stem] = measure(path, docs, upper=options.upper)
        for layer, one in figures.items():
            total[layer].add(one)
    sys.stdout.writelines(f"{line}\n" for line in table(total))
    options.slips.parent.mkdir(parents=True, exist_ok=True)
    options.slips.write_text("\n".join(slips_page(slips)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(paths)} documents; {sum(map(len, slips.values()))} slips: {options.slips}\n")
    named = list(named_in(PACKAGE, map(load, paths)))
    sys.stdout.writelines(f"names what is annotated: {line}\n" for line in named)
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(main())
