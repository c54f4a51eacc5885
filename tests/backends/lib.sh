# shellcheck shell=bash
# What the start scripts of real backends have in common. Sourced; works from the project's root, and brings .ci/lib.sh.
# Everything binds 127.0.0.1. Only processes that were started here, and are still the same, are ever ended.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
# shellcheck source=.ci/lib.sh
source .ci/lib.sh
mkdir -p "${AFTERWORD_BACKENDS:-build/backends}"
backends=$(cd "${AFTERWORD_BACKENDS:-build/backends}" && pwd)

# use_state NAME: the folder $state is where this backend keeps all that it has.
use_state() {
  state=$backends/$1
  mkdir -p "$state/run"
}

# unpack_package NAME FOLDER: the files of a Debian package, none of what it depends on, and nothing of it installed.
unpack_package() {
  [ ! -d "$2" ] || return 0
  step "Unpacking Debian's $1"
  local spool=$2.part
  rm -rf "$spool"
  mkdir -p "$spool"
  local fetch=(env -C "$spool" apt-get -q -o "APT::Sandbox::User=$(id -un)" download "$1")
  quietly "download-$1" "${fetch[@]}" 2>/dev/null ||
    { quietly apt-update as_root apt-get update -q && quietly "download-$1" "${fetch[@]}"; } ||
    fail "apt-get could not download $1; is there a network? (the whole story: build/logs/download-$1.log)"
  dpkg-deb -x "$spool"/*.deb "$spool/files"
  mv "$spool/files" "$2"
  rm -rf "$spool"
}

# processes FIELD VALUE WANTED: the field WANTED of every living process whose FIELD is VALUE, a line each, counted as in
# proc(5), stat, without the name: 1 id, 5 session, 19 threads, 21 when it began, 23 pages resident. What has ended may
# wait long for a container's init to take notice; it lives no more, once its last thread has let go of files and ports.
processes() {
  { cat /proc/[0-9]*/stat 2>/dev/null || true; } | sed 's/ (.*) / /' |
    awk -v field="$1" -v value="$2" -v wanted="$3" '($2 !~ /[ZX]/ || $19 > 1) && $field == value { print $wanted }'
}

# born PID: when it began, so that a recycled id is told from ours.
born() { processes 1 "$1" 21; }

# launch PART COMMAND...: in a session of its own; what it says goes to $state/PART.log.
launch() {
  local part=$1 process
  shift
  setsid "$@" >"$state/$part.log" 2>&1 </dev/null &
  process=$!
  disown
  echo "$process $(born "$process")" >"$state/run/$part"
}

# running PART: whether it is, and in $process its id.
running() {
  local when
  [ -f "$state/run/$1" ] && read -r process when <"$state/run/$1" && [ -n "$when" ] && [ "$(born "$process")" = "$when" ]
}

# halt PART: ends it and all of its session; asks first, and waits for ten seconds.
halt() {
  local process
  if running "$1"; then
    kill -TERM -- "-$process" 2>/dev/null || true
    for _ in {1..100}; do
      [ -n "$(processes 5 "$process" 1)" ] || break
      sleep 0.1
    done
    kill -KILL -- "-$process" 2>/dev/null || true
  fi
  rm -f "$state/run/$1"
}

# memory PART: resident memory of its session in MiB, what is shared counted once a process.
memory() {
  running "$1" || { echo 0; return 0; }
  processes 5 "$process" 23 | awk -v page="$(getconf PAGESIZE)" '{ sum += $1 * page } END { print int(sum / 1048576) }'
}

# await_http PART URL SECONDS [STATUS]: until it answers so (200; a regular expression), or PART has ended.
await_http() {
  local status='' end=$((SECONDS + $3))
  while [ $SECONDS -lt "$end" ]; do
    status=$(curl -s -o /dev/null -m 20 -w '%{http_code}' "$2" || true)
    [[ ! $status =~ ^(${4:-200})$ ]] || return 0
    running "$1" || break
    sleep 0.1
  done
  tail -n 25 "$state/$1.log" >&2
  fail "$2 does not answer (last: ${status:-nothing}); what $1 said is above, and in $state/$1.log"
}

# free_port NUMBER: ends with one line if somebody else listens there.
free_port() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || fail "port $1 is in use by something that was not started here"
}

# shellcheck disable=SC2034 # used by those that source this
mariadb_packages=(mariadb-server-core mariadb-client-core)

# start_mariadb [PORT]: a server of its own with its data in $state/database, on the socket $state/database.sock; on
# PORT too, if one is given. User root, no password, no grants to anybody else.
start_mariadb() {
  local options=(--no-defaults --datadir="$state/database") network=(--skip-networking)
  ! running mariadb || return 0
  [ "$(id -u)" != 0 ] || options+=(--user=root)
  [ -z "${1:-}" ] || { free_port "$1"; network=(--bind-address=127.0.0.1 --port="$1"); }
  if [ ! -d "$state/database" ]; then
    quietly mariadb-install mariadb-install-db "${options[@]}" --auth-root-authentication-method=normal --skip-test-db ||
      { rm -rf "$state/database"; fail "MariaDB could not make its tables (the whole story: build/logs/mariadb-install.log)"; }
  fi
  launch mariadb mariadbd "${options[@]}" "${network[@]}" --socket="$state/database.sock" --pid-file="$state/database.pid" \
    --innodb-buffer-pool-size=64M --innodb-flush-log-at-trx-commit=0 --performance-schema=0 --tmpdir=/tmp
  for _ in {1..150}; do
    ! sql -e 'select 1' >/dev/null 2>&1 || return 0
    running mariadb || break
    sleep 0.1
  done
  tail -n 25 "$state/mariadb.log" >&2
  fail "MariaDB does not answer; what it said is above, and in $state/mariadb.log"
}

# sql ARGUMENT...: the command line client, as root, at this backend's MariaDB.
sql() { mariadb --no-defaults -uroot -S "$state/database.sock" "$@"; }
