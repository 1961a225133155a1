"""The command line: one file a command, each parse → call → print.

``main`` is the entry point. A command's module is loaded when it is named, and its libraries when it runs, so that
``vinculo --help`` and shell completion stay fast.
"""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; translate every deliberate error into one line and its exit code."""
    from graph.cli.app import run

    sys.exit(run(sys.argv[1:]))
