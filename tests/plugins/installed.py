"""Plug-ins for tests: packages as pip installs them, in a folder of their own on the path of a fresh interpreter."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

__all__ = ["TOP", "install", "vinculo"]

TOP = Path(__file__).parents[2]


def install(
    site: Path, name: str, points: Mapping[str, str], code: str = "", *, group: str = "vinculo.mentions",
    version: str = "1.0",
) -> None:  # fmt: skip
    """Install a package ``name`` with its entry points, and ``code`` as its only module."""
    for old in site.glob(f"{name}-*.dist-info"):
        old.rename(site / f"{old.name}.gone")
    info = site / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    lines = "\n".join(f"{point} = {target}" for point, target in points.items())
    (info / "entry_points.txt").write_text(f"[{group}]\n{lines}\n", encoding="utf-8")
    if code:
        (site / f"{name}.py").write_text(textwrap.dedent(code), encoding="utf-8")


def vinculo(site: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command where the packages of ``site`` are installed, with the casebook in its folder."""
    path = os.pathsep.join([str(site), str(TOP)])
    inherited = {key: value for key, value in os.environ.items() if key != "VINCULO_PLUGINS"}
    return subprocess.run(
        [sys.executable, "-c", "import sys; from graph.cli.app import run; sys.exit(run(sys.argv[1:]))", *words],
        cwd=site,
        env={**inherited, "PYTHONPATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
