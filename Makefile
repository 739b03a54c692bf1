# Every chore has one name. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run test coverage lint format types layers check bench pythons screenshots snapshots fonts translations lock clean

# PORT=8080 make run; PYTHON=python3.12 make setup; make test TESTS=tests/engine
PORT ?= 8000
TESTS ?=

bin := .venv/bin
# One process a core. Tests that share something costly to make name a group and stay together.
pytest := $(bin)/python -m pytest -n auto --dist loadgroup

help: ## List the chores
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Create .venv with what the site needs to run
	@scripts/setup run

run: setup ## Serve the site on this machine, in development mode
# granian would share a port that is taken, and the old site would answer every other request.
	@$(bin)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null \
	    || { echo "Port $(PORT) is taken: make run PORT=8001" >&2; exit 1; }
	@echo "Serving on http://127.0.0.1:$(PORT) (Ctrl+C stops)"
	@DECISION_AID_ENV="$${DECISION_AID_ENV:-development}" exec $(bin)/granian --interface wsgi \
	    --host 127.0.0.1 --port $(PORT) --blocking-threads 4 --log-level warning wsgi:app

test: ready ## Run every test, those in a real browser included
	@CHROMIUM="$$(scripts/browser)"; export CHROMIUM; $(pytest) $(TESTS)

coverage: ready ## Run every test and tell which lines and branches none reached
	@CHROMIUM="$$(scripts/browser)"; export CHROMIUM; $(pytest) --cov $(TESTS)

lint: ready ## Look for faults and untidy layout in the Python code
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .

format: ready ## Lay the Python code out as `make lint` wants it
	@$(bin)/ruff check --fix-only .
	@$(bin)/ruff format .

types: ready ## Check the types
	@$(bin)/mypy

layers: ready ## Check that data flows one way, as written in setup.cfg
	@$(bin)/lint-imports

check: lint types layers test ## Lint, types, layers and tests, one after the other

bench: ready ## Measure speed, memory, and what pages weigh
	@CHROMIUM="$$(scripts/browser)"; export CHROMIUM; $(bin)/python -m benchmarks

pythons: ## Prove the lock and the worked cases on every supported Python of this machine
	@scripts/pythons

screenshots: ready ## Take the pictures of the README again
	@CHROMIUM="$$(scripts/browser)"; export CHROMIUM; $(bin)/python -m scripts.screenshots

snapshots: ready ## Keep what a screen reader is told about the main pages now
	@CHROMIUM="$$(scripts/browser)"; export CHROMIUM; \
	    UPDATE_SNAPSHOTS=1 $(bin)/python -m pytest tests/browser/test_read_aloud.py
	@git diff --stat -- tests/browser/snapshots

fonts: ready ## Cut the letters that the pages need out of the whole fonts
	@scripts/fonts

translations: ready ## Bring the interface's catalogues up to date with its words, and compile them
	@$(bin)/python -m scripts.translations

# uv comes and goes with a temporary environment: only this chore needs it.
# Each step keeps to what the one before it chose, so that no package has two versions.
lock: ## Choose newest versions again and write them, with hashes, to requirements/
	@tool="$$(mktemp -d)"; trap 'rm -rf "$$tool"' EXIT; \
	"$${PYTHON:-python3}" -m venv "$$tool"; "$$tool/bin/pip" install --quiet uv; \
	compile() { \
	    "$$tool/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 \
	        --generate-hashes --custom-compile-command "make lock" "$$@"; \
	}; \
	sed -n 's/^requires = \["\(.*\)"\]/\1/p' pyproject.toml \
	    | compile --output-file requirements/build.txt -; \
	compile --extra test --extra dev --constraint requirements/build.txt \
	    --output-file requirements/test.txt setup.cfg; \
	compile --constraint requirements/test.txt --output-file requirements/run.txt setup.cfg

clean: ## Remove the environment and everything that was built or left by tests
	@rm -rf .venv build dist *.egg-info .coverage .coverage.* htmlcov test-results mutants \
	    .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Everything that tests and checks need; a hidden step of the chores above.
.PHONY: ready
ready:
	@scripts/setup test
