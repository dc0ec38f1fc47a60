#!/bin/sh
# `pip install .` in a clean virtual environment, then the Python tests with what was installed. Usage: run.sh SOURCE SCRATCH
set -eu
source=$1 scratch=$2
python=${PYTHON:-python3}
[ -x "$scratch/venv/bin/python" ] || { rm -rf "$scratch/venv"; "$python" -m venv "$scratch/venv"; }
"$scratch/venv/bin/pip" install -q --disable-pip-version-check "$source[pandas,arrow,progress]"
cd "$scratch" # not the source tree: what is tested is what was installed
unset RULESCORE_FRAMEWORK PYTHONPATH || true
export RULESCORE_SOURCE_DIR="$source" PYTHONDONTWRITEBYTECODE=1
exec "$scratch/venv/bin/python" -W error::DeprecationWarning:rulescore -m unittest discover -v -s "$source/tests/python"
