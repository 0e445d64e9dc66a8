#!/usr/bin/env python3
"""Grades a Classroom 50 submission with Bouncer and writes result.json.

Classroom 50 runs this script in the student's checkout. It always exits with 0 and always leaves a valid result.json;
otherwise Classroom 50 would report a failure of its own. Nothing in the checkout is run or trusted: Bouncer reads the
exercises' Java files in it, and writes its report outside of it.
"""
import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

EXERCISES = "{{exercises}}".split()
POINTS = {{points}}
SECONDS = int(os.environ.get("BOUNCER_SECONDS", "780"))  # a job has fifteen minutes
BUNDLE = pathlib.Path(os.environ.get("CLASSROOM50_BUNDLE_DIR") or pathlib.Path(__file__).resolve().parent)
IDENTITY = ("CLASSROOM", "ASSIGNMENT", "ASSIGNMENT_TYPE", "SUBMISSION_TAG", "USERNAME", "OWNER",
            "COMMIT_URL", "RELEASE_URL", "REVIEW_URL")


def java():
    home = os.environ.get("JAVA_HOME")
    name = "java.exe" if os.name == "nt" else "java"
    return str(pathlib.Path(home, "bin", name)) if home else name


def grade(work):
    """Runs Bouncer and returns its result and the text of its report; raises an exception if there is none."""
    result, body = work / "result.json", work / "body.md"
    keep = IDENTITY + ("PATH", "HOME", "JAVA_HOME", "SYSTEMROOT", "TEMP", "TMP")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    hidden = ["--hidden", str(BUNDLE / "hidden")] if (BUNDLE / "hidden").is_dir() else []
    command = [java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dbouncer.exercises=%s" % (BUNDLE / "exercises"),
               "-cp", os.pathsep.join(str(jar) for jar in sorted((BUNDLE / "lib").glob("*.jar"))),
               "bouncer.app.cli.Main", "grade", os.getcwd()] + EXERCISES + hidden + [
               "--report", "classroom50=%s" % result, "--report", "markdown=%s" % body]
    child = subprocess.Popen(command, cwd=work, env=environment, stdin=subprocess.DEVNULL,
                             start_new_session=os.name != "nt")
    try:
        code = child.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        if os.name != "nt":
            os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        child.wait()
        raise RuntimeError("the grader did not end within %d seconds" % SECONDS)
    if not result.is_file():
        raise RuntimeError("the grader ended with exit code %d and no result" % code)
    return json.loads(result.read_text(encoding="utf-8")), body.read_text(encoding="utf-8")


def failed(reason):
    """Returns a result that says that the grader failed and the student's work was not judged."""
    commit = os.environ.get("COMMIT_URL") or "local"
    return {
        "schema": "classroom50/result/v1",
        "classroom": os.environ.get("CLASSROOM") or "local",
        "assignment": os.environ.get("ASSIGNMENT") or "bouncer",
        "assignment_type": os.environ.get("ASSIGNMENT_TYPE") or "individual",
        "owner": os.environ.get("USERNAME") or os.environ.get("OWNER") or "unknown",
        "submission": os.environ.get("SUBMISSION_TAG") or "submit/local",
        "commit": commit,
        "release": os.environ.get("RELEASE_URL") or commit,
        "review": os.environ.get("REVIEW_URL") or commit,
        "datetime": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": 0,
        "max-score": POINTS,
        "tests": [{"test-name": "grading", "passed": False, "score": 0, "max-score": POINTS,
                   "output": "The grader itself failed: %s. This is no verdict on your work; tell your instructor." % reason}],
    }


def write(name, text):
    """Writes a file of the checkout, replacing whatever the student put there under its name."""
    target = pathlib.Path(name)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    elif target.is_symlink() or target.exists():
        target.unlink()
    target.write_text(text, encoding="utf-8")


def main():
    body = ""
    work = pathlib.Path(tempfile.mkdtemp(prefix="bouncer-"))
    try:
        result, body = grade(work)
    except Exception as problem:  # Classroom 50 needs a result in any case
        result = failed(problem)
        body = result["tests"][0]["output"] + "\n"
    shutil.rmtree(work, ignore_errors=True)
    write("result.json", json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    write("release-body.md", body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
