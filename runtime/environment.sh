#!/bin/sh
# Makes the virtual environment hold exactly what a lock file says.
# usage: runtime/environment.sh PYTHON VENV LOCK
set -eu
python=$1 venv=$2 lock=$3

fail() { echo "songnodes: $1" >&2; exit 1; }

if [ ! -x "$venv/bin/python" ]; then
    command -v "$python" >/dev/null || fail "there is no $python here: install Python 3.11 or later, or give one with make PYTHON=..."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$python is $("$python" -V 2>&1), SongNodes needs 3.11 or later: give one with make PYTHON=python3.11"
    echo "Making the virtual environment ..." >&2
    rm -rf "$venv"
    "$python" -m venv "$venv" || { rm -rf "$venv"; fail "$python cannot make a virtual environment: install its venv package (Debian: python3-venv)"; }
fi

offline="the Python packages could not be fetched: connect to the network or check pip's settings, then run again"
if ! "$venv/bin/uv" --version >/dev/null 2>&1; then
    pin=$(mktemp)
    trap 'rm -f "$pin"' EXIT
    sed -n '/^uv==/,/[^\\]$/p' requirements.txt >"$pin"
    "$venv/bin/python" -m pip install --quiet --require-hashes -r "$pin" || fail "$offline"
fi

# uv does not read pip's configuration: hand on the index that the user's pip is set to.
index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$("$venv/bin/python" -m pip config get global.index-url 2>/dev/null || true)}}
[ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
"$venv/bin/uv" pip sync --quiet --require-hashes --python "$venv/bin/python" "$lock" || fail "$offline"
