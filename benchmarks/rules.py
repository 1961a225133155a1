"""How long the importer takes on text that is made of nothing but one rule's own sentences, for each rule.

    python benchmarks/rules.py

Every rule of the rule files gets a text of its examples and near misses again and again, so that it is tried, and
mostly fires, in every sentence. The peer is a text of all rules' sentences in turn. Printed are the slowest rules with
seconds of the processor for a megabyte, by how much that is more than the peer, and how their time grows when the text
gets four times as long: 4 is in step with the text. The exit code is 1 where it grows by more than half as much again.
"""

import time
from pathlib import Path

import yaml

from benchmarks.patterns import RULES, sentences, sentences_of
from graph.documents import parse
from graph.extract import extract
from graph.model import Document

SHORT, LONG = 50_000, 200_000  # characters
SHOWN = 10
GROWTH = 6.0


def main() -> int:
    """Measure all rules and print the slowest."""
    told = [text for file in sorted(RULES.glob("*.yaml")) for text in sentences(file)]
    seconds(told, SHORT)  # rules and word lists are read once
    peer = seconds(told, LONG) / LONG * 1e6
    print(f"all rules' sentences in turn: {peer:.1f} s/MB")
    costs = {name: seconds(own, SHORT) for name, own in rules().items()}
    worst = 0.0
    for name in sorted(costs, key=lambda name: -costs[name])[:SHOWN]:
        cost, growth = costs[name] / SHORT * 1e6, seconds(rules()[name], LONG) / costs[name]
        worst = max(worst, growth)
        print(
            f"{name}: {cost:.1f} s/MB, {cost / peer:.1f} of the peer; four times as long: {growth:.1f} times the time"
        )
    print(f"{len(costs)} rules")
    return 1 if worst > GROWTH else 0


def rules() -> dict[str, list[str]]:
    """Return the texts of each rule by its file and id."""
    found = {}
    for file in sorted(RULES.glob("*.yaml")):
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
        listed = raw.get("rules", raw) if isinstance(raw, dict) else raw
        named = listed.items() if isinstance(listed, dict) else [(rule["id"], rule) for rule in listed]
        for name, rule in named:
            shown = [example.get("text", "") for example in rule.get("examples", [])]
            own = [text for text in sentences_of([shown, rule.get("near_misses", [])]) if text]
            if own:
                found[f"{Path(file).stem}: {name}"] = own
    return found


def seconds(texts: list[str], size: int) -> float:
    """Return the seconds of the processor for a text of a size, a text a paragraph, the better of two."""
    piece = "\n\n".join([*texts, ""])
    document = parse((piece * (size // len(piece) + 1))[:size], source="rule.txt", kind="article")
    return min(_extracted(document) for _ in range(2))


def _extracted(document: Document) -> float:
    start = time.process_time()
    extract(document, 600)
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())
