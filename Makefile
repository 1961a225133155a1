# Vinculo: everything that a user or contributor runs. `make` alone lists the targets.

# The first Python that is new enough; say PYTHON=… to choose another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
            $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV   ?= .venv
OUT    ?= out
# A folder of annotations, outside of this project, and whether to read their documents in capitals; for `make eval`.
GOLD   ?=
UPPER  ?=

BIN     := $(VENV)/bin
VINCULO := $(BIN)/vinculo --casebook $(OUT)/demo.db
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test rules check format bench bench-neo4j docs browser-pack eval clean

help: ## list the targets
	@echo "Usage: make TARGET"
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'
	@echo "PYTHON=… chooses the Python (3.11 or newer) that 'make setup' uses."

setup: $(VENV)/.tools ## make .venv and install Vinculo and its tools into it; does nothing when up to date

# Compiling all packages ahead would double the time. One import compiles what Vinculo needs, and keeps it even where
# Python is told to keep nothing (as in many container images), so that no later start has to compile it.
$(VENV)/.vinculo: pyproject.toml
	@python="$(PYTHON)"; "$${python:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Vinculo needs Python 3.11 or newer; say where it is: make setup PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import pip, sys; sys.exit(tuple(map(int, pip.__version__.split(".")[:2])) < (25, 1))' || \
	  $(PIP) --upgrade "pip>=25.1"
	@echo "Installing Vinculo into $(VENV) …"
	@$(PIP) --no-compile --editable .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/vinculo --casebook $(VENV)/first.db import seeds > /dev/null && rm $(VENV)/first.db*
	@touch $@

$(VENV)/.tools: $(VENV)/.vinculo
	@echo "Installing the tools for tests and checks …"
	@$(PIP) --no-compile --group dev
	@touch $@

demo: $(VENV)/.vinculo ## import seeds/, show how two actors are connected, draw an HTML map
	@mkdir -p $(OUT) && rm -f $(OUT)/demo.db $(OUT)/demo.db-*
	$(VINCULO) import seeds
	@echo
	$(VINCULO) path "Mariano de la Cruz" "Emigdio Pineda"
	@echo
	$(VINCULO) map --output $(OUT)/map.html
	@echo "Open $(OUT)/map.html in a browser; no network is needed."

test: setup ## run all tests
	$(BIN)/python -m pytest

rules: setup ## run every example and near miss of the rules and check the word lists
	$(BIN)/python -m pytest -q $(addprefix tests/extract/test_,lexicon.py rule_files.py rules.py affiliations.py people.py names_and_structure.py)

check: setup ## lint, formatting, types, the import rule
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py

format: setup ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix --quiet .

bench: setup ## measure speed and memory
	@for script in $(filter-out benchmarks/neo4j_load.py,$(wildcard benchmarks/*.py)); do echo "$$script"; $(BIN)/python "$$script" || exit 1; done

bench-neo4j: setup ## measure loading into Neo4j: 100,000 nodes and 400,000 relationships, then millions in bulk
	$(BIN)/python benchmarks/neo4j_load.py

docs: setup ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

browser-pack: $(VENV)/.vinculo ## write the favorites and the style for Neo4j Browser, to drop into it
	@$(BIN)/python -c 'import pathlib, graph.neo.dress as dress; print(*dress.write_pack(pathlib.Path("$(OUT)")), sep="\n")'

eval: setup ## measure the importer on annotated documents outside of the project (GOLD=folder, UPPER=1 for capitals)
	@test -d "$(GOLD)" || { echo "Say where the annotations are: make eval GOLD=path/to/gold (evaluation/README.md)" >&2; exit 2; }
	$(BIN)/python -m evaluation "$(GOLD)" $(if $(UPPER),--upper) --slips $(OUT)/slips.txt

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OUT) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
