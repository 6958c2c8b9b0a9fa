# What one does with this project. On a fresh machine `make run` and `make test` prepare all that they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test lint format lock vendor map benchmark golden evaluate baseline quality

PORT ?= 8000
BIN := .venv/bin

help: ## List the commands
	@sed -nE 's/^([a-z]+): .*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: ## Serve the articles of seeds/ on http://127.0.0.1:8000 (PORT= changes it)
	@.ci/prepare runtime
	@$(BIN)/kremlin-statements ingest seeds
	@$(BIN)/kremlin-statements serve --port $(PORT)

test: ## Run every test, in a browser too (ARGS= goes to pytest)
	@.ci/prepare dev
	@.ci/prepare browser
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ARGS)

lint: ## Check style, types, layers, templates and vendored files
	@.ci/prepare dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/python .ci/vendor.py --check

format: ## Bring the code into the agreed style
	@.ci/prepare dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Locks name versions and hashes, never a registry: whoever installs chooses where from. UPGRADE=--upgrade moves them.
lock: COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
	--no-emit-index-url $(UPGRADE)
lock: ## Pin every library with its hashes (UPGRADE=--upgrade takes the newest)
	@.ci/prepare dev
	$(COMPILE) pyproject.toml --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --extra dev --constraints requirements/runtime.txt --output-file requirements/dev.txt
	$(COMPILE) --group build --constraints requirements/dev.txt --output-file requirements/build.txt

vendor: ## Fetch the assets that static/vendor/manifest.toml names (needs npm)
	@.ci/prepare dev
	$(BIN)/python .ci/vendor.py

map: ## Draw the shapes of the world map anew (needs npm)
	npm ci --prefix app/web/world_map
	npm run build --prefix app/web/world_map

benchmark: ## Measure extraction's speed, and that it stays linear on hostile input
	@.ci/prepare dev
	$(BIN)/python tests/benchmarks/extraction.py

golden: ## Rewrite the expected analyses of seeds/; review them with `git diff tests/golden`
	@.ci/prepare dev
	$(BIN)/python -m pytest --quiet tests/extraction/test_golden.py --regenerate

evaluate: ## Show how well extraction reads the articles of tests/gold
	@.ci/prepare dev
	$(BIN)/kremlin-statements evaluate tests/gold/seeds.jsonl
	$(BIN)/kremlin-statements evaluate tests/gold/newswire.jsonl

baseline: ## Write the figures reached on tests/gold; review them with `git diff tests/gold`
	@.ci/prepare dev
	$(BIN)/python -m pytest --quiet tests/extraction/test_gate.py --regenerate

quality: ## Measure anew what /about and docs/method.md show (PRESS= UNREAD= POLNEAR= POLNEAR_FOREIGN= name gold kept elsewhere)
	@.ci/prepare dev
	$(BIN)/python .ci/quality.py press=$(PRESS) unread=$(UNREAD) polnear=$(POLNEAR) polnear-foreign=$(POLNEAR_FOREIGN)
