#!/bin/sh
# Pins every package by version and hash, for every Python from 3.11 on: requirements.txt to run, -dev.txt to develop.
# usage: runtime/lock.sh UV [--upgrade]
set -eu
uv=$1; shift
pin() { "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header "$@"; }
pin pyproject.toml requirements.in "$@" -o requirements.txt
pin pyproject.toml requirements.in --group dev --group bench -c requirements.txt "$@" -o requirements-dev.txt
