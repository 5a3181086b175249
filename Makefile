# Everything keeps its environment in .venv, made from requirements.lock at first use.
PYTHON ?= python3
BIN := .venv/bin
export OPENBLAS_NUM_THREADS := 1

.PHONY: run test lint bench shots faults schema lock setup ready clean

ready:
	@PYTHON="$(PYTHON)" sh installer/environment.sh

run: ready ## the window on a made-up college, or the tour where there is no screen
	@$(BIN)/python -m lsadesk demo

test: lint ## lint, types, import contract, then every test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q

lint: ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy

bench: ready ## figure, floor and ratio for every budget
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.planner small medium

shots: ready ## a screenshot of every screen to build/shots/
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m lsadesk tour --out build/shots --shots-only

faults: ready ## the long fault runs, and docs/reliability.md from them
	@$(BIN)/python -m benchmarks.faults

schema: ready ## the first migration anew from the tables, until the first release
	@$(BIN)/python -m tests.store.draft_schema
	@$(BIN)/ruff format --quiet lsadesk/store/migrations
	@$(BIN)/ruff check --quiet --fix lsadesk/store/migrations

lock: ready ## resolve requirements.lock again from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

setup: ready ## the Windows set-up to build/installer/ (needs makensis)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python installer/windows/build.py

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache
