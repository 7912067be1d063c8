#!/usr/bin/env bash
# Everything that must hold, from a fresh clone: set up, then lint, types, contracts and tests without a screen.
#   bash scripts/test.sh              all of it
#   bash scripts/test.sh --coverage   the same, and what the tests did not reach
#   bash scripts/test.sh PYTEST-ARGUMENTS   lint, types, contracts, and only those tests
set -euo pipefail
# shellcheck source=scripts/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

coverage=()
workers=(-n auto --dist worksteal)  # a file mostly stays with one worker, and what its tests share is made once
if [ "${1:-}" = --coverage ]; then
  coverage=(-m coverage run)
  workers=()
  shift
fi

cd "$root"
set_up dev
export QT_QPA_PLATFORM=offscreen
unset PYTHONDONTWRITEBYTECODE  # compiling every test anew in every worker takes longer than most tests

done_steps=()
step() {
  local name="$1" started=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if ! "$@"; then
    printf '\nFAILED: %s (after: %s)\n' "$name" "${done_steps[*]:-nothing}" >&2
    exit 1
  fi
  done_steps+=("$name $((SECONDS - started)) s;")
}

contracts() {
  "$python" -c 'import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())' --no-logo
}

step "format" "$python" -m ruff format --check .
step "lint" "$python" -m ruff check .
step "types" "$python" -m mypy
step "contracts" contracts
step "tests" "$python" "${coverage[@]}" -m pytest "${workers[@]}" "$@"
[ ${#coverage[@]} -eq 0 ] || "$python" -m coverage report --skip-covered --show-missing

printf '\nAll good in %s s: %s\n' "$SECONDS" "${done_steps[*]}"
