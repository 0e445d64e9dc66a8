# Ends by becoming the command as a user of its own, who may gain no rights and fill no disk. It gets no death signal: the
# system ties that to the thread that starts a process, not to ours as a whole.
# usage: user.sh UID COMMAND...
set -eu
uid=$1; shift
umask 077
exec prlimit --core=0 --fsize=268435456 --nofile=4096 --nproc=2048 \
  setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"
