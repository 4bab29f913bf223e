# Everything from a fresh clone with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO ?= demo

.PHONY: demo test check lint soak bench schemas clean

demo: $(READY)
	rm -rf "$(DEMO)"
	$(BIN)/rfp-builder demo "$(DEMO)"

test: $(READY)
	$(BIN)/pytest -n auto

check: lint test

# The long runs of what `test` runs shortly: kills at random instants, thousands of keys and pastes.
soak: $(READY)
	RFP_BUILDER_SOAK=200 $(BIN)/pytest -q -n auto tests/workspace/document/test_kill.py tests/tui/test_kill.py
	RFP_BUILDER_SOAK=5000 $(BIN)/pytest -q tests/tui/test_random_walk.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m bench

schemas: $(READY)
	$(BIN)/rfp-builder export schema schemas

# Versions and hashes are pinned; the project itself is installed from this folder.
$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

clean:
	rm -rf $(VENV) "$(DEMO)" dist
