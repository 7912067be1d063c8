#!/usr/bin/env bash
# Start the program, from a fresh clone.
#   bash scripts/run.sh             the window; without a screen, the practice district's five-year report
#   bash scripts/run.sh COMMAND …   the same as python main.py COMMAND …
set -euo pipefail
# shellcheck source=scripts/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

set_up

if [ $# -gt 0 ]; then
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || export QT_QPA_PLATFORM=offscreen
  exec "$python" "$root/main.py" "$@"
fi
if screen_usable; then
  exec "$python" "$root/main.py"
fi

echo "No screen here: making the practice district and its five-year report without a window."
export QT_QPA_PLATFORM=offscreen
practice="$(mktemp -d)"
trap 'rm -rf "$practice"' EXIT
office="$practice/thuc-hanh.thidua"
out="$root/out"
report="$out/bao-cao-5-nam-2015-2020"
mkdir -p "$out"

"$python" "$root/main.py" demo --db "$office"
for format in xlsx docx pdf json; do
  "$python" "$root/main.py" report period --db "$office" --from 2015-01-01 --to 2020-07-22 \
    --basis decided --format "$format" --out "$report.$format" >/dev/null
done

echo
"$python" -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))["sentence"])' "$report.json"
echo
printf '%s\n' "$report".{xlsx,docx,pdf,json}
