#!/usr/bin/env bash
# Play 10,000 seeds of the simulation of the whole desk; those that fail are printed with the command that replays them.
#
# environment: SIMULATION_SEEDS    how many; SIMULATION_FIRST  the first; SOAK_SCALE  a factor for how many
#              SIMULATION_BINARY   a simulator to run instead of building one
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
first=${SIMULATION_FIRST:-1}
seeds=$(awk -v seeds="${SIMULATION_SEEDS:-10000}" -v scale="${SOAK_SCALE:-1}" 'BEGIN { print int(seeds * scale) }')
# A simulated crash leaves behind what ran, as a real one does, so that a process of its own is taken for every so many.
lot=500

if [ -z "${SIMULATION_BINARY:-}" ]; then
  swift build --configuration release --product foreland-simulate || exit 1
  SIMULATION_BINARY="$(swift build --configuration release --show-bin-path)/foreland-simulate"
fi
status=0
for ((seed = first; seed < first + seeds; seed += lot)); do
  count=$((first + seeds - seed < lot ? first + seeds - seed : lot))
  "$SIMULATION_BINARY" --seed "$seed" --count "$count" --quiet --keep-going || status=1
done
exit $status
