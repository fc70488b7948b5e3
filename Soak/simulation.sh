#!/usr/bin/env bash
# Play 10,000 seeds of the simulation of the whole desk; the first that fails is printed with the command that replays it.
#
# environment: SIMULATION_SEEDS  how many; SIMULATION_FIRST  the first; SOAK_SCALE  a factor for how many
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
seeds=$(awk -v seeds="${SIMULATION_SEEDS:-10000}" -v scale="${SOAK_SCALE:-1}" 'BEGIN { print int(seeds * scale) }')
swift build --configuration release --product foreland-simulate || exit 1
"$(swift build --configuration release --show-bin-path)/foreland-simulate" \
  --seed "${SIMULATION_FIRST:-1}" --count "$seeds" --quiet --keep-going
