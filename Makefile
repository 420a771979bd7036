# Needs Python 3.11 to 3.13 and make; everything else comes, pinned by hash, into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export OMP_NUM_THREADS ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test test-long quality bench bench-ledger bench-scan readme check clean

demo: $(VENV)/.run
	$(BIN)/counterclaim read examples

test: check
	$(BIN)/python -m pytest -m "not long" -n 2
	@$(BIN)/python -m scripts.browsers

test-long: $(VENV)/.dev
	$(BIN)/python -m pytest -m long

check: $(VENV)/.dev
	$(BIN)/ruff check src tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports

# make quality GOLD=DIR [BENCH=DIR [SPLIT=test]]
quality: $(VENV)/.dev
	$(BIN)/python -m scripts.quality "$(GOLD)" $(if $(BENCH),--bench "$(BENCH)") $(if $(SPLIT),--split "$(SPLIT)")
	$(if $(BENCH),$(BIN)/python -m scripts.series "$(BENCH)/series")

# make bench CORPUS=DIR [GOLD=DIR]
bench: $(VENV)/.dev
	$(BIN)/python -m scripts.bench "$(CORPUS)" $(if $(GOLD),--gold "$(GOLD)")
	$(MAKE) bench-ledger
	$(MAKE) bench-web
	$(MAKE) bench-scan

# make bench-ledger [CLAIMS="10000 100000"]
bench-ledger: $(VENV)/.dev
	$(BIN)/python -m scripts.bench_ledger $(if $(CLAIMS),--claims $(CLAIMS))

# make bench-scan CORPUS=DIR [GOLD=DIR] [RECORDS=5000] [ARCHIVE=DIR] [WORK=DIR]: stopped, it goes on in WORK
bench-scan: $(VENV)/.dev
	$(BIN)/python -m scripts.bench_scan "$(CORPUS)" $(if $(GOLD),--gold "$(GOLD)") $(if $(RECORDS),--records $(RECORDS)) \
		$(if $(ARCHIVE),--archive "$(ARCHIVE)") $(if $(WORK),--work "$(WORK)")

# make bench-web [CLAIMS="10000 1000000"]
bench-web: $(VENV)/.dev
	$(BIN)/python -m scripts.bench_web $(if $(CLAIMS),--claims $(CLAIMS))

# make screenshots [OUT=DIR]
screenshots: $(VENV)/.dev
	$(BIN)/python -m scripts.screenshots "$(if $(OUT),$(OUT),screenshots)"

# Writes the excerpt of README.md anew, from a real run.
readme: $(VENV)/.dev
	$(BIN)/python -m scripts.excerpt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Python 3.11 to 3.13 is needed; give one with make PYTHON=python3.13")'
	$(PYTHON) -m venv $(VENV)

# Each stamp is newer than what it was made from; nothing is installed twice.
$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt
	touch $@
