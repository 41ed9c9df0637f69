# The commands of this site. `make` alone lists them.
#
# Works with GNU make 3.81 (as macOS has it) and later. What a target needs is installed by the target
# itself, once, into .venv; when a lock file changes, it is brought up to date.
#
# A note on exit codes: the commands themselves end with 0, 1, 75 (another build is running) or
# 130 (interrupted), but make answers 2 whenever a command fails, and prints the command's own
# number as "Error 75". Scripts that need the number call the command. `due` ends with 0 when nothing
# must be reviewed now and with 3 when something must.

CONTENT = content
OUTPUT = output
PORT = 8000
STRICT =
GRADES =
DECISION_AIDS =
# The page that is signed, the clinician who signs it, and the day (today if left out).
PAGE =
BY =
ON =
# The one size that the bench shall build, and how often; all of them if left out.
ARTICLES =
PROCEDURES =
ROUNDS =
# Days before a review is due in which it is called soon.
WITHIN = 60
# These may also come from the environment.
SITEURL ?=
JOBS ?=
CLINICAL_REVIEW ?=
CONFIRM ?=
export SITEURL JOBS CLINICAL_REVIEW CONFIRM

VENV = .venv
PY = $(VENV)/bin/python
RUNTIME = $(VENV)/.runtime.stamp
DEV = $(VENV)/.dev.stamp

.DEFAULT_GOAL := help
.PHONY: help html serve check publish sign unsign due test test-long coverage bench lint lock clean siteurl browser

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  Variables: CONTENT=content OUTPUT=output SITEURL=https://… JOBS=4 STRICT=1 GRADES=1 DECISION_AIDS=1 PORT=8000 ARTICLES=1000 PROCEDURES=100 ROUNDS=3'
	@echo '             PAGE=procedures/nerve-block BY=key ON=2026-11-22 WITHIN=60 CLINICAL_REVIEW=required CONFIRM=1'

html: $(RUNTIME) ## builds the site for preview into output/
	@$(PY) -m pelican "$(CONTENT)" -s pelicanconf.py -o "$(OUTPUT)"

serve: $(RUNTIME) ## shows the preview at localhost, rebuilds when a file is saved, reloads the browser
	@$(PY) -m plugins.engine.serve "$(CONTENT)" -s pelicanconf.py -o "$(OUTPUT)" --port "$(PORT)"

check: $(RUNTIME) ## tells everything that is wrong with the content, without building (STRICT=1: warnings count)
	@$(PY) -m plugins.desk check "$(CONTENT)" $(if $(filter 1,$(STRICT)),--strict) $(if $(filter 1,$(GRADES)),--grades) $(if $(filter 1,$(DECISION_AIDS)),--decision-aids)

publish: siteurl $(RUNTIME) ## builds the site for the public: make publish SITEURL=https://…
	@$(PY) -m pelican "$(CONTENT)" -s publishconf.py -o "$(OUTPUT)"

sign: $(RUNTIME) ## signs a page that a clinician has reviewed: make sign PAGE=procedures/nerve-block BY=key
	@$(PY) -m plugins.desk sign "$(PAGE)" --by "$(BY)" $(if $(ON),--on "$(ON)") --content "$(CONTENT)"

unsign: $(RUNTIME) ## takes the signature of a page away again: make unsign PAGE=procedures/nerve-block
	@$(PY) -m plugins.desk unsign "$(PAGE)" --content "$(CONTENT)"

due: $(RUNTIME) ## lists what clinicians must review, with dates, and writes due.ics for your calendar
	@$(PY) -m plugins.desk due "$(CONTENT)" --within "$(WITHIN)"

test: $(DEV) browser ## runs the whole test suite
	@$(PY) -m pytest -n 2

coverage: $(DEV) browser ## runs it slowly and tells which lines of the code it never comes to
	@$(PY) -m pytest -n 2 --cov

test-long: $(DEV) browser ## runs the tests that look for rare faults and take long (some minutes)
	@$(PY) -m pytest -n 2 -m long --timeout 3600 --hypothesis-profile random

bench: $(DEV) browser ## measures speed and memory beside stock Pelican and Hugo (hours; with ARTICLES=100 some minutes)
	@$(PY) bench/builds.py $(if $(ARTICLES),--articles "$(ARTICLES)") $(if $(PROCEDURES),--procedures "$(PROCEDURES)") $(if $(ROUNDS),--rounds "$(ROUNDS)")
ifeq ($(ARTICLES)$(PROCEDURES),)
	@$(PY) bench/interactions.py
	@$(PY) bench/latency.py
endif

lint: $(DEV) ## checks the style and the types of the code
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

lock: ## takes the newest versions of requirements*.in into the lock files
	@sh scripts/lock.sh

clean: ## removes the built site and the caches; never content
	@sh scripts/clean.sh "$(OUTPUT)"

siteurl:
	@case "$$SITEURL" in \
		https://?* | http://localhost | http://localhost[:/]*) ;; \
		*) echo 'A published site needs its public address: make publish SITEURL=https://www.example.org' >&2; \
		   exit 1 ;; \
	esac

browser:
	@sh scripts/browser.sh >/dev/null

# An interpreter that went away (an upgraded or removed Python) leaves a dead link in .venv:
# then what the stamps say is no longer so.
ifeq ($(wildcard $(PY)),)
.PHONY: $(RUNTIME)
endif

$(RUNTIME): requirements.lock
	@sh scripts/setup.sh $(VENV) requirements.lock
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@sh scripts/setup.sh $(VENV) requirements-dev.lock
	@touch $@
