# Every target does the set-up it needs; a second run starts at once.
# A fresh machine needs Python 3.11 or newer (with venv and pip) and make.

VENV := .venv
PY := $(VENV)/bin/python
BUILD := build
GOLD := ../shared/gold/dev
JUDGE := ../shared/gold/score.py
# The interpreter that makes the virtual environment; `make PYTHON=/path/to/python3.12 demo` takes another.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
COMPILE := $(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links --no-header --newline lf

.DEFAULT_GOAL := help
.PHONY: help demo test check score train benchmark lock clean
.DELETE_ON_ERROR:

help:  ## Say what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */\1\t/' | while IFS='	' read -r name what; do \
		printf '  make %-7s %s\n' "$$name" "$$what"; done

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "elchi: no python3 found: install Python 3.11 or newer" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "elchi: $(PYTHON) is older than 3.11: say make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	@echo "Making the virtual environment $(VENV) with $(PYTHON) …"
	@"$(PYTHON)" -m venv $(VENV) || \
		{ echo "elchi: the venv module is missing (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@touch $@

# The build back end stands in the lock file too: nothing is installed whose hash is not written there.
$(VENV)/.installed: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Installing what Elchi needs (requirements.lock) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing what the tests need (requirements-dev.lock) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.installed  ## Read the sample reports into build/demo.db and print the timeline
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" sh examples/demo.sh $(BUILD)/demo.db

test: $(VENV)/.installed-dev  ## Run every test
	@$(PY) -m pytest

check: $(VENV)/.installed-dev  ## Look over style (ruff) and types (mypy --strict)
	@$(PY) -m ruff check .
	@$(PY) -m mypy

score: $(VENV)/.installed  ## Score the built-in extractor against the gold reports of ../shared/gold/dev
	@if [ ! -d $(GOLD) ]; then echo "No gold reports at $(GOLD): nothing to score."; exit 0; fi; \
	mkdir -p $(BUILD) && $(VENV)/bin/elchi evaluate $(GOLD) --save $(BUILD)/score.jsonl && \
	if [ -f $(JUDGE) ]; then $(PY) benchmarks/judge.py $(GOLD) $(BUILD)/score.jsonl $(JUDGE); fi

train: $(VENV)/.installed-dev  ## Learn the weights anew from the annotated reports (docs/model-card.md)
	@$(PIP) install --require-hashes -r requirements-train.lock
	@$(PY) training/train.py corpus/train corpus/dev --weigh t=2 w=0.4

$(BUILD)/natasha/.installed: benchmarks/requirements.txt $(VENV)/.made
	@echo "Installing the peer to measure beside (benchmarks/requirements.txt) …"
	@"$(PYTHON)" -m venv $(BUILD)/natasha
	@$(BUILD)/natasha/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r benchmarks/requirements.txt
	@touch $@

benchmark: $(VENV)/.installed $(BUILD)/natasha/.installed  ## Measure speed and memory, beside natasha's name tagger
	@$(PY) benchmarks/extraction.py --natasha $(BUILD)/natasha/bin/python

lock: $(VENV)/.installed-dev  ## Write the lock files anew from pyproject.toml
	@$(COMPILE) --build-deps-for editable --output-file requirements.lock pyproject.toml
	@$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) --extra train --constraint requirements.lock --output-file requirements-train.lock pyproject.toml

clean:  ## Remove the virtual environment and everything built
	rm -rf $(VENV) $(BUILD) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
