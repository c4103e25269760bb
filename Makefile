# Two commands for a machine with Python 3.11 or later, make and a package index:
#   make report [CORPUS=folder] [OUT=reports/name] [LANGUAGE=zh|en]
#   make test
# Everything is installed into .venv beside this file and nowhere else. All paths are relative, so that the folder may have
# blanks and Chinese characters in its name.
PYTHON ?= python3
LANGUAGE ?= zh
CORPUS ?=
OUT ?=

ifeq ($(OS),Windows_NT)
VENV_PYTHON := .venv/Scripts/python.exe
else
VENV_PYTHON := .venv/bin/python
endif

.PHONY: report test lint lock sample clean

report: .venv/.installed
	"$(VENV_PYTHON)" -m analysis.report $(if $(CORPUS),"$(CORPUS)") $(if $(OUT),-o "$(OUT)") --language $(LANGUAGE)

test: .venv/.tests-installed
	"$(VENV_PYTHON)" -m pytest -q

lint: .venv/.lint-installed
	"$(VENV_PYTHON)" -m ruff check .
	"$(VENV_PYTHON)" -m ruff format --check .
	"$(VENV_PYTHON)" -m mypy

.venv/.installed: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'Python 3.11 or later is needed; this is ' + sys.version.split()[0] + '. Say which to use: make PYTHON=python3.12 report')"
	$(PYTHON) -m venv .venv
	"$(VENV_PYTHON)" -m pip install --quiet --disable-pip-version-check -e .
	"$(VENV_PYTHON)" -c "open('.venv/.installed', 'w').close()"

.venv/.tests-installed: .venv/.installed
	"$(VENV_PYTHON)" -m pip install --quiet --disable-pip-version-check -e ".[test]"
	"$(VENV_PYTHON)" -c "open('.venv/.tests-installed', 'w').close()"

.venv/.lint-installed: .venv/.tests-installed
	"$(VENV_PYTHON)" -m pip install --quiet --disable-pip-version-check -e ".[lint]"
	"$(VENV_PYTHON)" -c "open('.venv/.lint-installed', 'w').close()"

# The report on the embedded corpus that is kept in the repository; a test holds its data files to the code.
sample: .venv/.installed
	"$(VENV_PYTHON)" -m analysis.report -o reports/sample --quiet

# The versions that CI installs, for every Python from 3.11 on and every system; run it to move to newer ones.
lock:
	$(PYTHON) -m uv pip compile pyproject.toml --extra test --extra lint --universal --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url -o .ci/constraints.txt

clean:
	$(PYTHON) -c "import shutil; shutil.rmtree('.venv', ignore_errors=True)"
