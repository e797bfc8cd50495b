#!/bin/sh
# The variables of RFC 3875 and httpd's own; left out are those in which two instances must differ.
[ "${CONTENT_LENGTH:-0}" = 0 ] || cat > /dev/null
printf 'Content-Type: text/plain\n\n'
env | grep -vE '^(REDIRECT_)?(SERVER_SOFTWARE|REMOTE_PORT|UNIQUE_ID|PATH|PWD|SHLVL|_|OLDPWD|LD_LIBRARY_PATH)=' | sed "s|$DOCUMENT_ROOT|ROOT|g; s|${DOCUMENT_ROOT%/*}|DOCS|g" | LC_ALL=C sort
