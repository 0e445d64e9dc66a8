# Runs as root of new mount, PID, network and IPC namespaces, and finally executes the command in its place.
# usage: cage.sh ROOT FSTAB UID COMMAND...   (ROOT: an empty directory; UID "-": keep the current user)
set -eu
root=$1 fstab=$2 uid=$3; shift 3
mount --make-rprivate /
mount -t tmpfs -o nosuid,mode=755,size=1m cage "$root"
# Everything is mounted in one call; nothing else is visible.
mount -a -T "$fstab"
cd "$root"
mkdir .old
pivot_root . .old
umount -l .old
cd /tmp
limits="--core=0 --fsize=268435456 --nofile=4096 --nproc=2048"
if [ "$uid" = - ]; then
  exec prlimit $limits setpriv --no-new-privs --bounding-set=-all --inh-caps=-all --pdeathsig KILL -- "$@"
fi
exec prlimit $limits setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all --pdeathsig KILL -- "$@"
