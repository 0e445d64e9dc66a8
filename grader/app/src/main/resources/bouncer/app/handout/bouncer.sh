#!/bin/sh
# Starts Bouncer from the grader that came with these exercises; fetches its libraries on the first run.
set -eu
home=$(cd "$(dirname "$0")" && pwd)
lib="$home/exercises/target/bouncer-lib"
if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi
if [ ! -f "$lib/complete" ] || [ "$home/exercises/pom.xml" -nt "$lib/complete" ]; then
  echo "bouncer: fetching the grader's libraries (only the first time) ..." >&2
  if ! (cd "$home" && ./mvnw -q -B -ntp test-compile && ./mvnw -q -B -ntp -pl exercises \
      org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies -DincludeScope=test "-DoutputDirectory=$lib") >&2; then
    echo "bouncer: that failed; is there a network? The message above says what was missing." >&2
    exit 3
  fi
  : >"$lib/complete"
fi
exec "$java" -Djdk.console=java.base -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  -Dbouncer.exercises="$home/exercises" -Dbouncer.command="$0" -cp "$lib/*" bouncer.app.cli.Main "$@"
