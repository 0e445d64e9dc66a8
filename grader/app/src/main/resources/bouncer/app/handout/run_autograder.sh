#!/usr/bin/env bash
# Gradescope runs this for each submission. It always leaves a results.json. Tests replace /autograder by setting
# BOUNCER_AUTOGRADER.
root=${BOUNCER_AUTOGRADER:-/autograder}
mkdir -p "$root/results"
rm -rf "$root/results/results.json"
hidden=()
[ -d "$root/source/hidden" ] && hidden=(--hidden "$root/source/hidden")
# Gradescope kills this script after ten minutes, so the grader must end earlier.
timeout --kill-after=10 "${BOUNCER_SECONDS:-560}" "$root/source/bouncer" grade "$root/submission" {{exercises}} "${hidden[@]}" \
  --report "gradescope=$root/results/results.json" >/dev/null 2>"$root/results/bouncer.log" </dev/null
code=$?
if [ ! -s "$root/results/results.json" ]; then
  cat >"$root/results/results.json" <<END
{"score":0,"output":"The grader itself failed (exit code $code). This is no verdict on your work; tell your instructor.","output_format":"text","visibility":"visible","stdout_visibility":"hidden","tests":[]}
END
fi
exit 0
