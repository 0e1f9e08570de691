# Two commands do everything on a machine that has Python 3.11 or newer and make:
#   make run     the application          make test     every test, browsers included
# Nothing is installed outside .venv, except what a fresh Debian or Ubuntu lacks, when make is run as root.

SHELL := /bin/sh
# What one process compiles serves the next: a server, a command and a worker of the tests read the same modules.
unexport PYTHONDONTWRITEBYTECODE
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
CODE := app.py charts exports hall indicators loaders pages readings tests wording
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The newest Python that really starts (a name on the PATH may be a shim of a version that is not there).
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help run test sentences fuzz lint format lock audit bench screenshots check reports clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime ## Start the application on http://localhost:8501 (make run PORT=8600, WORKBOOK=path.xlsx)
	@$(if $(WORKBOOK),OBSERVATOIRE_CLASSEUR="$(WORKBOOK)" )$(BIN)/python -m streamlit run app.py --server.port $(PORT)

PYTEST := pytest -n auto --dist loadscope --no-loadscope-reorder
test: $(VENV)/.development ## Run every test with coverage, a Chromium and a PostgreSQL (REQUIRE_BROWSER=1, REQUIRE_POSTGRES=1: or fails; ONLY=tests/loaders)
ifdef ONLY
	@$(BIN)/python -m $(PYTEST) $(ONLY)
else
	@$(BIN)/python -m tests.setup
	@$(BIN)/python -m slipcover --dont-wrap-pytest --json --out .coverage.json -m $(PYTEST)
	@$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under 99
endif

sentences: $(VENV)/.development ## Read every sentence the product can state (OUT=file, ONLY=/ecarts, EVERY=50)
	@STREAMLIT_LOGGER_LEVEL=error $(BIN)/python -m tests.sentences $(if $(OUT),--out "$(OUT)") $(if $(ONLY),--only "$(ONLY)") $(if $(EVERY),--every $(EVERY))

fuzz: $(VENV)/.development ## Bend thousands of workbooks, surveys, addresses and forms: each is read right, or refused (COUNT=10000, DOOR=survey)
	@STREAMLIT_LOGGER_LEVEL=error $(BIN)/python -W ignore -m tests.fuzz $(COUNT) $(if $(DOOR),--door $(DOOR))

lint: $(VENV)/.development ## Check style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.development ## Rewrite the code in the one format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

# Every package, direct or not, at one version, with the hashes of its files: for every platform and Python from 3.11.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate
lock: $(VENV)/.development ## Resolve each requirements.txt (the root's, hall/, tests/) again into its lock file
	@$(LOCK) $(UPGRADE) requirements.txt --output-file requirements.lock
	@$(LOCK) $(UPGRADE) hall/requirements.txt --constraint requirements.lock --output-file hall/requirements.lock
	@$(LOCK) $(UPGRADE) tests/requirements.txt --constraint requirements.lock --output-file tests/requirements.lock

audit: $(VENV)/.development ## Ask the index for known vulnerabilities of the locked packages (said, not failed, out of reach)
	@$(BIN)/python -m tests.setup.audit

bench: $(VENV)/.development ## Measure loading, engine, reruns, a first visit, 200 visitors, a debate, a lost server, 350 indicators (one of them: make bench ONLY=room; half an hour of visits: ONLY=soak SOAK=30)
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY))

screenshots: $(VENV)/.development ## Draw every page into screenshots/ (some of them: make screenshots ONLY=ecarts; WORKBOOK=path.xlsx)
	@$(BIN)/python -m tests.setup.browser
	@$(if $(WORKBOOK),OBSERVATOIRE_CLASSEUR="$(WORKBOOK)" )$(BIN)/python -m tests.screenshots $(ONLY)

check: $(VENV)/.runtime ## Check the workbook (another one: make check WORKBOOK=path.xlsx)
	@$(BIN)/python -m loaders check $(if $(WORKBOOK),"$(WORKBOOK)")

reports: $(VENV)/.runtime ## Write the 13 reports into reports/ (one of them: make reports REGION=32; WORKBOOK=path.xlsx)
	@$(BIN)/python -m exports reports $(if $(REGION),--region $(REGION)) $(if $(WORKBOOK),"$(WORKBOOK)")

clean: ## Remove everything that make and the application made
	rm -rf $(VENV) .store .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.* htmlcov screenshots reports
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment whose Python has gone (upgraded system, moved folder) is made again.
$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "This project needs Python 3.11 or newer, and none was found on the PATH." >&2; \
		echo "Found: $$(python3 --version 2>&1 || echo 'no python3')." >&2; \
		echo "Install one, or name it: make run PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "This project needs Python 3.11 or newer: $(PYTHON) is $$("$(PYTHON)" --version 2>&1)." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory .install-venv PYTHON="$(PYTHON)"
	@echo "Creating $(VENV) with $$("$(PYTHON)" --version)"
	@"$(PYTHON)" -m venv --clear $(VENV)

# Debian and Ubuntu ship Python without its venv module.
.PHONY: .install-venv
.install-venv:
	@package=$$("$(PYTHON)" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing $$package"; apt-get update -qq && apt-get install -y -qq "$$package"; \
	else \
		echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install $$package" >&2; exit 1; fi

# The stamps are older than the locks whenever those change: then pip runs again.
$(VENV)/.runtime: requirements.lock | $(BIN)/python
	@echo "Installing what the application needs (first time: a minute or two)"
	@$(PIP_INSTALL) --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/.development: tests/requirements.lock requirements.lock | $(BIN)/python
	@echo "Installing what the application and its tests need (first time: a minute or two)"
	@$(PIP_INSTALL) --require-hashes --requirement tests/requirements.lock
	@touch $(VENV)/.runtime $@
