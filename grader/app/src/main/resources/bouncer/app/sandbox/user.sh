# Executes the command in its place as a separate user that cannot gain rights or fill the disk. It sets no death signal,
# because the system sends that when the starting thread ends, not when the whole parent process does.
# usage: user.sh UID COMMAND...
set -eu
uid=$1; shift
umask 077
exec prlimit --core=0 --fsize=268435456 --nofile=4096 --nproc=2048 \
  setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
