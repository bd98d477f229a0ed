#!/bin/sh
# The command `jalon` of a release. It needs this folder and /bin/sh, and nothing of PATH.
here=$0
# A link, such as /usr/local/bin/jalon, is followed where the system can read it.
if [ -L "$here" ]; then here=$(/usr/bin/readlink -f "$here"); fi
case $here in */*) here=${here%/*} ;; *) here=. ;; esac
here=$(CDPATH='' cd -P "$here/.." && pwd) || exit 3
# A release serves in production, where nothing of the demonstration exists.
export NODE_ENV="${NODE_ENV:-production}"
exec "$here/node/bin/node" "$here/dist/start.js" "$@"
