# One plain command each. `make demo` on a fresh machine makes a model; `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin
# One more than two cores: tests wait for servers a good part of their time. They come as `tests/conftest.py` has them.
TESTS := $(BIN)/pytest -q -n 3 --dist loadfile --no-loadscope-reorder -m "not slow"
PROMPT ?= bronze steampunk pocket watch with exposed gears

.PHONY: install demo up test check bench docs clean

install: .venv/.installed

.venv/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[engine,basis,reconstruction]'
	touch $@

.venv/.developed: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[engine,dev]'
	touch $@

demo: install
	$(BIN)/meshwright make "$(PROMPT)" --out demo

up: install
	$(BIN)/meshwright up

test: .venv/.developed
	$(TESTS)

check: .venv/.developed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(TESTS)

bench: .venv/.developed
	$(BIN)/python -m bench

docs: .venv/.developed
	$(BIN)/python -m runtime.docs

clean:
	rm -rf .venv demo dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
