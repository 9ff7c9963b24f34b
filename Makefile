# `make run` and `make test` are all that a new machine needs; see README.md.
SWIFT ?= swift
CONFIGURATION ?= release
PACKAGES := libcurl4-openssl-dev libjpeg62-turbo-dev libqrencode-dev libsqlite3-dev libxml2-dev \
	pkg-config zlib1g-dev
# For the tests alone: time zones, validators of XML and of YAML against JSON Schemas, keys and
# servers for TLS, a web server, a proxy and a reader of QR codes.
TEST_PACKAGES := tzdata libxml2-utils openssl python3 python3-jsonschema python3-yaml nginx squid zbar-tools
# For the benchmarks: a server, its certificate, a load generator, and what runs them and installs what they compare.
BENCH_PACKAGES := nginx openssl python3 python3-venv wrk
# Swift's own libraries go into the program: it starts faster and runs where no Swift is.
FLAGS := --static-swift-stdlib -Xlinker -s
BINARY := .build/$(CONFIGURATION)/linkage
ARGS ?=
# Tests begun at one time. All at once, each waits for a thread longer than what it tests may take.
TEST_WIDTH ?= 4

.PHONY: run build test bench lint format install-packages install-test-packages clean

## Builds and runs the bundled suite against the bundled mocks. ARGS="--lang zh" adds options.
run: build
	@$(BINARY) run $(ARGS)

## Builds the program: $(BINARY)
build: install-packages
	@command -v $(SWIFT) >/dev/null || { echo "linkage needs a Swift toolchain, 6.2 or newer: https://www.swift.org/install/linux/"; exit 1; }
	@echo "Building linkage ($(CONFIGURATION)); the first build takes some minutes."
	@$(SWIFT) build -c $(CONFIGURATION) $(FLAGS) --product linkage
	@echo

## Lints, checks which module imports what, and runs all tests.
test: install-packages install-test-packages lint
	$(SWIFT) build --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TEST_WIDTH) SWIFT="$(SWIFT)" .ci/test

## Measures what docs/benchmarks.md tells and writes it anew.
bench: build
	@.ci/install-packages $(BENCH_PACKAGES)
	.ci/bench

lint:
	.ci/imports
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

## Installs with apt what the build needs and is not there yet.
install-packages:
	@.ci/install-packages $(PACKAGES)

install-test-packages:
	@.ci/install-packages $(TEST_PACKAGES)

clean:
	rm -rf .build
