# Everything a person does with this repository, each one command. The work is done by the scripts.
.DEFAULT_GOAL := help
.PHONY: help setup run deb test data bench soak fuzz format

# What `make run` understands; they reach the script through the environment.
export FEED NAME PORT STORE VERSION

help: ## Say what there is
	@echo "Foreland:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## Install what is missing for building, running and testing, and say what
	@scripts/setup test

run: ## Open the desk with an exercise night, or a real feed: make run FEED=<file or url> [NAME=…] [PORT=8080] [STORE=…]
	@scripts/run

deb: ## Build the Debian package into .foreland/deb: make deb [VERSION=0.1.0-1]
	@scripts/make-deb

test: ## Check the format, build, and run every test, the browser test too
	@scripts/test

data: ## Bring public samples of real data into .foreland/data
	@scripts/fetch-data

bench: ## Measure the release build against its thresholds
	@scripts/bench

soak: ## Run the long fault tests on the release build; hours, see CONTRIBUTING.md
	@scripts/soak

fuzz: ## Try random input on every reader for FUZZ_SECONDS each (60 when absent); findings are kept in Fuzz/failures
	@scripts/fuzz

format: ## Lay out all Swift sources as the format gate expects
	@swift format --in-place --parallel --recursive Sources Tests Fuzz Package.swift
