# `make run` starts everything, `make test` runs every test, `make check` is what CI runs. Each target says what it does.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run
DEV    := $(VENV)/.dev
export SONGNODES_EXPLAIN ?= true

.DEFAULT_GOAL := help
.PHONY: help run serve neo4j test test-fast check coverage format format-check lint types imports web bench bench-matching docs hooks lock clean

help:         ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "  make %-15s %s\n", $$1, $$2}'
run: $(RUN)   ## Start Neo4j, load the demo the first time, serve
	@$(BIN)/python -m songnodes run
serve: $(RUN) ## Serve only, beside the Neo4j that runs or is given
	@$(BIN)/python -m songnodes serve
neo4j: $(RUN) ## Start the managed Neo4j only
	@$(BIN)/python -m songnodes neo4j
test: $(DEV)  ## Every test, on a real Neo4j
	@$(BIN)/python -m pytest
test-fast: $(DEV) ## The tests that need no Neo4j and no browser
	@$(BIN)/python -m pytest -m "not graph and not browser"
check: format-check lint types imports web coverage ## All of the below, and every test with a coverage figure: what CI runs
coverage: $(DEV)
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered
format: $(DEV) ## Format the code
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix --select I .
format-check: $(DEV)
	@$(BIN)/ruff format --check .
lint: $(DEV)  ## ruff
	@$(BIN)/ruff check .
types: $(DEV) ## mypy, strict
	@$(BIN)/mypy
imports: $(DEV) ## Imports go down only
	@$(BIN)/lint-imports
web: $(RUN)   ## Build and check the playground
	@$(BIN)/python -m runtime.playground
bench: $(DEV) ## Measure, and write the report
	@$(BIN)/python -m tests.benchmarks
bench-matching: $(DEV) ## Measure the matcher beside others, and write docs/matching.md
	@$(BIN)/python -m tests.benchmarks.matching
docs: $(RUN)  ## Make the reference pages that are made from the code
	@$(BIN)/python -m songnodes model > docs/model.md && $(BIN)/python -m runtime.settings > docs/settings.md && $(BIN)/python -m songnodes.reference_page > docs/reference.md
hooks: $(DEV) ## Install the pre-commit hooks
	@$(BIN)/pre-commit install
lock: $(DEV)  ## Pin the newest packages that pyproject.toml allows
	@runtime/lock.sh $(BIN)/uv
clean:        ## Remove what make made here; graph and caches stay
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* htmlcov

$(RUN): requirements.txt
	@runtime/environment.sh $(PYTHON) $(VENV) requirements.txt && rm -f $(DEV) && touch $@
$(DEV): requirements-dev.txt requirements.txt
	@runtime/environment.sh $(PYTHON) $(VENV) requirements-dev.txt && touch $(RUN) $@
