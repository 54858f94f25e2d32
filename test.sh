#!/bin/sh
# Set up what is missing and run everything that must pass. Goes by exit codes; a failed step does
# not hide the next, and any failed step fails the whole.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/setup.sh"
set_up test
cd "$here"
unset PYTHONDONTWRITEBYTECODE  # what is compiled once serves every program that a test starts

summary=''
failed=0

step() {
    name=$1
    shift
    began=$(date +%s)
    printf '\n── %s\n' "$name"
    code=0
    "$@" </dev/null || code=$?
    took=$(($(date +%s) - began))
    if [ "$code" = 0 ]; then verdict=ok; else verdict="FAILED, exit code $code"; failed=1; fi
    summary="$summary$name: $verdict ($took s)
"
}

# mypy has one core for itself: beside it the tests are read once, for all workers of pytest.
"$venv/bin/python" -m pytest --collect-only -q -p no:cacheprovider </dev/null >/dev/null 2>&1 &

step 'ruff check' "$venv/bin/ruff" check --quiet .
step 'ruff format' "$venv/bin/ruff" format --quiet --check .
step 'mypy --strict' "$venv/bin/mypy"
step 'import-linter' "$venv/bin/lint-imports"
wait
step 'pytest' "$venv/bin/python" -m pytest -q -n 2 --dist worksteal

printf '\n%s' "$summary"
exit "$failed"
