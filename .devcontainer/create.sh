#!/usr/bin/env bash
# Once, when the container is made, as its user: builds the library and the host, and tells Jupyter of the kernel.
# Arguments go to `workbook setup`, such as --device cuda.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./workbook setup "$@"
./workbook kernel install
./workbook doctor
