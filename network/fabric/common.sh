# shellcheck shell=bash
# What the scripts of this room share: messages, settings, and processes that are started once and stopped by their own id.

set -euo pipefail
umask 077 # private keys and ledgers are for their owner only
network=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
# shellcheck disable=SC2034 # for the scripts that build
root=${network%/*/*}

# shellcheck source=settings
. "$network/settings"
export FABRIC_LOGGING_SPEC FABRIC_LOGGING_FORMAT="%{time:2006-01-02T15:04:05.000Z07:00} %{level} [%{module}] %{message}"
case $GRASSLAND_NETWORK_DATA in
  /*) ;;
  # Scripts change to other directories.
  *) export GRASSLAND_NETWORK_DATA=$PWD/$GRASSLAND_NETWORK_DATA ;;
esac
data=$GRASSLAND_NETWORK_DATA
host=$GRASSLAND_NETWORK_HOST
if [ -n "${FABRIC_BIN:-}" ]; then PATH=$FABRIC_BIN:$PATH; fi

# The offices of the network: the founders and whoever joined since.
offices() { if [ -f "$data/offices" ]; then cat "$data/offices"; else printf '%s\n' "$founders" | tr ' ' '\n'; fi; }

# The chaincodes: the registry, and those that were deployed beside it in the order of their coming. A version of one is known to all by
# its label, NAME_VERSION.
chaincodes() { echo "$chaincode"; cat "$data/chaincode/others" 2>/dev/null || true; }

# The labels of the versions that are in force.
labels() { cat "$data"/chaincode/*.in-force 2>/dev/null || true; }

# at "OFFICE..." STEP...: takes a step at each of the offices, all at the same time, and fails if one of them did.
at() {
  local office pids=() pid offices=$1
  shift
  for office in $offices; do "$@" "$office" & pids+=($!); done
  for pid in "${pids[@]}"; do wait "$pid" || exit 1; done
}

# wait_until SECONDS ZH EN COMMAND...: tries the command until it succeeds; gives up with the message.
wait_until() {
  local end=$((SECONDS + $1)) zh=$2 en=$3
  shift 3
  until "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then fail "$zh" "$en"; fi
    sleep 0.1
  done
}

listens() { (exec 3<>"/dev/tcp/$host/$1") 2>/dev/null; }

# must_be_free NODE PORT...: whether a node of the office can have its ports. One that has just ended may hold them for another moment.
must_be_free() {
  local node=$1 port tenths
  shift
  for port in "$@"; do
    for ((tenths = 0; tenths < 30; tenths++)); do
      if ! listens "$port"; then continue 2; fi
      sleep 0.1
    done
    fail "无法启动 $name 的 $node：端口 $port 已被其他程序占用；可用 GRASSLAND_NETWORK_PORTS 换一组端口。" \
      "Cannot start $name's $node: port $port is in use by another program. GRASSLAND_NETWORK_PORTS moves all ports elsewhere."
  done
}

# A process's start time tells it from a later one that was given the same id. One that has ended has none, even when nobody has
# asked for its result (Z).
started_at() {
  if [ -r "/proc/$1/stat" ]; then sed 's/.*) //' "/proc/$1/stat" | awk '$1 != "Z" { print $20 }'; else ps -o lstart= -p "$1"; fi
}

# The id of a node's process when it is running, and when it is the one that we started.
pid_of() {
  local file=$data/$1/run/$2 pid since
  [ -f "$file" ] || return 1
  { read -r pid; read -r since; } <"$file"
  [ -n "$since" ] && [ "$(started_at "$pid" 2>/dev/null)" = "$since" ] && echo "$pid"
}

# Whether a node answers: a whole TLS handshake as the office's administrator, because half a one is an error in the node's log.
answers() {
  curl --silent --output /dev/null --max-time 2 --cacert "$home/ca/tls/cert.pem" --cert "$home/identity/admin/tls/cert.pem" \
    --key "$home/identity/admin/tls/key.pem" "https://$host:$1"
}

# start OFFICE NODE "PORT..." READY COMMAND...: starts a node in the background, and does nothing when it runs already. Returns when
# the command READY succeeds with the first port. Whatever runs has its log looked after.
start() {
  local office=$1 node=$2 ports=$3 ready=$4 pid log
  shift 4
  if [ "$node" != logs ]; then "$network/nodes/logs" "$office"; fi
  if pid_of "$office" "$node" >/dev/null; then return; fi
  # shellcheck disable=SC2086 # several ports
  must_be_free "$node" $ports
  mkdir -p "$data/$office/run" "$data/$office/log"
  log=$data/$office/log/$node.log
  # A session of its own, where there is a program for it, keeps Ctrl-C in this terminal from reaching the node.
  if command -v setsid >/dev/null; then set -- setsid "$@"; fi
  "$@" </dev/null >>"$log" 2>&1 &
  pid=$!
  # Whoever reads it meanwhile finds all of it or nothing.
  # One that has ended already has no start time, and is told of below.
  { echo "$pid"; started_at "$pid" 2>/dev/null || true; } >"$data/$office/run/.$node.new"
  mv "$data/$office/run/.$node.new" "$data/$office/run/$node"
  local end=$((SECONDS + START_SECONDS))
  while [ "$SECONDS" -lt "$end" ]; do
    if "$ready" "${ports%% *}"; then return; fi
    pid_of "$office" "$node" >/dev/null || break
    sleep 0.1
  done
  fail "$office 的 $node 没有启动成功，原因见日志 $log。" "$office's $node did not start; its log says why: $log."
}

# What a command tool needs to act as an office's administrator towards its own peer.
as_admin() {
  office "$1"
  export FABRIC_CFG_PATH=$network/config CORE_PEER_ADDRESS=$host:$peer_port CORE_PEER_LOCALMSPID=$msp \
    CORE_PEER_MSPCONFIGPATH=$home/identity/admin/msp CORE_PEER_TLS_ENABLED=true \
    CORE_PEER_TLS_ROOTCERT_FILE=$home/identity/peer/tls/ca.pem FABRIC_LOGGING_SPEC=error:chaincodeCmd=info
}

# How many blocks of the channel an office's peer has; nothing when it does not answer.
peer_height() { (as_admin "$1"; peer channel getinfo -c "$channel" 2>/dev/null | sed -n 's/.*"height":\([0-9]*\).*/\1/p') || true; }

# shellcheck source=orderers.sh
. "$network/orderers.sh"
# shellcheck source=checks.sh
. "$network/checks.sh"
# shellcheck source=arguments.sh
. "$network/arguments.sh"

case $data in
  *[[:space:]\'\"]*)
    fail "GRASSLAND_NETWORK_DATA 的路径不能含空白或引号：$data" "The path GRASSLAND_NETWORK_DATA must have no white space or quotes: $data" ;;
esac
read -ra all_offices <<<"$known_offices"
# An office each has a hundred ports, and the last of them must be a port too.
must_be_ports GRASSLAND_NETWORK_PORTS "$GRASSLAND_NETWORK_PORTS" $((100 * ${#all_offices[@]}))
must_be_number START_SECONDS "$START_SECONDS" 1 86400
must_be_number ORDERER_STILL_SECONDS "$ORDERER_STILL_SECONDS" 1 86400
