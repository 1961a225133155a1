"""Install the private server's packages with Maven into its folder."""

import os
import shutil
import subprocess
from importlib.resources import files

from graph.errors import ServiceError
from graph.neo.home import Home
from graph.neo.java import find_java, find_maven

__all__ = ["install", "installed"]

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


def installed(home: Home) -> bool:
    """Tell whether the folder holds the packages that this version of Vinculo asks for."""
    try:
        return (home.folder / "pom.xml").read_bytes() == _pom()
    except OSError:
        return False


def install(home: Home) -> None:
    """Fetch the server's packages: some 140 MB, kept in Maven's own cache too.

    ``pom.xml`` gets its name last, so that an interrupted installation is begun anew.

    Raises:
        ServiceError: Java or Maven is missing, or Maven fails; its first error is given.
    """
    java, maven = find_java(), find_maven()
    fresh = home.folder / "lib.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    pom = home.folder / "pom-new.xml"
    pom.write_bytes(_pom())
    command = [maven, "--batch-mode", "--quiet", "-f", pom, _COPY]
    command += [f"-DoutputDirectory={fresh}", "-DincludeScope=runtime", "-Dmdep.prependGroupId=true"]
    done = subprocess.run(  # noqa: S603 - fixed arguments
        [str(part) for part in command],
        env={**os.environ, "JAVA_HOME": str(java.resolve().parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        errors = [line for line in (done.stdout + done.stderr).splitlines() if "[ERROR]" in line]
        raise ServiceError(f"Maven could not fetch Neo4j: {errors[0] if errors else f'exit {done.returncode}'}")
    shutil.rmtree(home.lib, ignore_errors=True)
    fresh.rename(home.lib)
    pom.rename(home.folder / "pom.xml")


def _pom() -> bytes:
    return files("graph.neo").joinpath("pom.xml").read_bytes()
