#!/bin/sh
# Makes the secrets that docker-compose.yml asks for, once; what is there stays. Only their owner's user may list the folder.
set -eu
cd "$(dirname "$0")/.."
umask 077
mkdir -p secrets

random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" >"secrets/$1"; }

keep neo4j_password "$(random)"
keep neo4j_auth "neo4j/$(cat secrets/neo4j_password)"
keep cursor_secret "$(random)"
keep api_key "$(random)"
chmod 0444 secrets/* # the containers read them as other users; the folder itself is closed to others
echo "secrets/ is filled; the API key is in secrets/api_key"
