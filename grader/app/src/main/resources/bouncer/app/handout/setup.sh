#!/usr/bin/env bash
# Gradescope runs this once, when the image is built.
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends openjdk-17-jdk-headless
