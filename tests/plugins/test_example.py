"""The example plug-in in docs/examples: spaCy's EntityRuler, installed as its pyproject.toml says."""

import json
import re
import shutil
import tomllib
from pathlib import Path

from tests.plugins.installed import TOP, install, vinculo

EXAMPLE = TOP / "docs" / "examples" / "entity-ruler"
PAGE = (TOP / "docs" / "plugins.md").read_text(encoding="utf-8")


def site_with_example(site: Path) -> Path:
    """Install the example as pip does: its module, and its entry points."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copy(EXAMPLE / "vinculo_entity_ruler.py", site)
    install(
        site, project["name"].replace("-", "_"), project["entry-points"]["vinculo.mentions"], version=project["version"]
    )
    return site


def test_the_page_shows_the_file() -> None:
    """docs/plugins.md prints the example as it is in the folder."""
    assert (EXAMPLE / "vinculo_entity_ruler.py").read_text(encoding="utf-8") in PAGE
    assert (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8") in PAGE


def test_it_proposes_what_the_page_says(tmp_path: Path) -> None:
    """The text and the output on the page are what the example finds, in one process and in two."""
    site = site_with_example(tmp_path)
    text, shown = re.findall(r"```text\n(.*?)```\n.*?```console\n(.*?)```", PAGE, re.DOTALL)[0]
    (site / "harbour.txt").write_text(text, encoding="utf-8")
    (site / "other.txt").write_text("Nobody spoke.\n", encoding="utf-8")
    printed = ""
    for command in re.findall(r"^\$ vinculo (.*)$", shown, re.MULTILINE):
        done = vinculo(site, *command.split(" | ")[0].split())
        assert done.returncode == 0, done.stderr
        printed += f"$ vinculo {command}\n" + "".join(
            line for line in done.stdout.splitlines(keepends=True) if "grep" not in command or "plug-in" in line
        )
    assert printed == shown
    once = vinculo(site, "export", "--format", "json").stdout
    (site / "casebook.db").unlink()
    assert vinculo(site, "import", "harbour.txt", "other.txt", "--jobs", "2").returncode == 0
    vinculo(site, "remove", "other")
    assert json.loads(vinculo(site, "export", "--format", "json").stdout) == json.loads(once)
