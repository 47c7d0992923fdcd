#!/bin/sh
# Runs runc for containers that ask for CAP_SYS_RESOURCE on a machine that has not got it: it is
# struck from what the container (--bundle) or the further process in it (--process) asks for.
set -eu
previous=
for argument in "$@"; do
  case "$previous" in
    --bundle | -b) file=$argument/config.json ;;
    --process | -p) file=$argument ;;
    *) file= ;;
  esac
  if [ -n "$file" ] && [ -f "$file" ]; then
    sed -i -e 's/"CAP_SYS_RESOURCE", *//g' -e 's/, *"CAP_SYS_RESOURCE"//g' "$file"
  fi
  previous=$argument
done
exec runc "$@"
