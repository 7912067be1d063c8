# Shared by run.sh and test.sh: the virtual environment, the pinned packages, Qt's system libraries.
# Sourced, not run. Sets $root and $python; functions stop the script with one sentence when they cannot.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
python="$root/.venv/bin/python"
export PYTHONUTF8=1

qt_libraries=(libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1)
screen_libraries=(libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1)

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# apt_install WHY PACKAGE...: install as root, otherwise say the exact line to type and stop.
apt_install() {
  local why="$1"
  shift
  local sudo_line="sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  command -v apt-get >/dev/null || stop "$why" "This is not Debian: install what corresponds to: $*"
  [ "$(id -u)" -eq 0 ] || stop "$why" "Type this line, then start again:" "  $sudo_line"
  echo "$why Installing: $*"
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null; }; then
    stop "apt-get failed. Type this line, then start again:" "  ${sudo_line//sudo /}"
  fi
}

# PySide6 6.9.3 exists for Python up to 3.13.
find_python() {
  local candidate
  for candidate in python3 python3.11 python3.12 python3.13; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  stop "Python 3.11, 3.12 or 3.13 is needed and was not found."
}

# Debian keeps ensurepip in python3-venv; where that is missing, the pip that is there fills the environment.
make_environment() {
  [ -x "$python" ] && "$python" -m pip --version >/dev/null 2>&1 && return
  local base
  base="$(find_python)"
  echo "Making the virtual environment .venv with $("$base" --version) ..."
  "$base" -m venv --clear "$root/.venv" >/dev/null 2>&1 && return
  if "$base" -m pip --version >/dev/null 2>&1; then
    "$base" -m venv --clear --without-pip "$root/.venv" &&
      "$base" -m pip --python "$python" install --quiet --disable-pip-version-check pip && return
  fi
  apt_install "Python has neither venv nor pip here." python3-venv
  "$base" -m venv --clear "$root/.venv" || stop "The virtual environment could not be made in $root/.venv."
}

# Qt aborts where it cannot start; the braces keep the shell's own remark about that from the officer.
qt_starts() {
  { timeout 60 "$python" -c 'from PySide6 import QtPrintSupport, QtSvg, QtWidgets as w; w.QApplication([])'; } \
    >/dev/null 2>&1
}

# Asks Qt itself rather than the package manager: what counts is that it loads and starts.
check_qt() {
  QT_QPA_PLATFORM=offscreen qt_starts && return
  apt_install "Qt's system libraries are missing." "${qt_libraries[@]}"
  QT_QPA_PLATFORM=offscreen qt_starts && return
  QT_QPA_PLATFORM=offscreen "$python" -c 'from PySide6 import QtPrintSupport, QtSvg, QtWidgets' || true
  stop "Qt does not start although its libraries are installed: see the line above."
}

# set_up [dev]: everything up to a Qt that starts without a screen.
set_up() {
  make_environment
  "$python" "$root/scripts/install.py" "$@"
  check_qt
}

# True when a window can be opened here; brings the libraries an X screen needs when only they are missing.
screen_usable() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
  qt_starts && return
  local plugin
  plugin="$("$python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent)')"
  ldd "$plugin/Qt/plugins/platforms/libqxcb.so" | grep -q 'not found' || return 1
  apt_install "Libraries for the X screen are missing." "${screen_libraries[@]}"
  qt_starts
}
