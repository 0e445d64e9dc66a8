#!/bin/sh
# Starts Bouncer from this bundle. It needs only a JDK (17 or later).
set -eu
home=$(cd "$(dirname "$0")" && pwd)
if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi
exec "$java" -Djdk.console=java.base -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  -Dbouncer.exercises="$home/exercises" -Dbouncer.command="$0" -cp "$home/lib/*" bouncer.app.cli.Main "$@"
