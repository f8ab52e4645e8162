# shellcheck shell=bash
# shellcheck disable=SC2154 # what settings and common.sh define
# What the scripts can know of the orderers, and by which of them they send.

# The offices that have one, in the order of their numbers in the channel, from 1.
orderers() { tr ' ' '\n' <<<"$founders"; }

# How many of them must be at work: of four three, as SmartBFT has it.
quorum() {
  local all most
  all=$(orderers | wc -l)
  most=$(((all - 1) / 3))
  echo $(((all + most + 2) / 2))
}

# metrics_at PORT: what a node of the office that was named last tells of itself.
metrics_at() {
  curl --silent --fail --max-time 5 --cacert "$home/ca/tls/cert.pem" --cert "$home/identity/admin/tls/cert.pem" \
    --key "$home/identity/admin/tls/key.pem" "https://$host:$1/metrics"
}

# orderer_state OFFICE: its blocks, what it is in the channel (consenter, follower while it fetches what it has missed, none), the number
# of the one that leads as far as it knows, how many transactions it holds that are not in a block, how often it has had to fetch blocks from the
# others, and how many it has decided with them. Nothing when it does not answer.
orderer_state() {
  local metrics
  metrics=$(office "$1"; metrics_at "$orderer_metrics_port") || return 0
  awk -v of="{channel=\"$channel\"}" '
    BEGIN { split("consenter follower config-tracker", relations); blocks = fetches = decided = 0; relation = "none"; leader = waiting = "-" }
    $1 == "ledger_blockchain_height" of { blocks = $2 + 0 }
    $1 == "participation_consensus_relation" of && $2 > 0 { relation = relations[$2 + 0] }
    # 2: it still fetches the blocks up to the one with which it was joined.
    $1 == "participation_status" of && $2 == 2 { fetching = 1 }
    $1 == "consensus_smartbft_view_leader_id" of { leader = $2 + 0 }
    $1 == "consensus_smartbft_pool_count_of_elements" of { waiting = $2 + 0 }
    $1 == "consensus_smartbft_consensus_latency_sync_count" of { fetches = $2 + 0 }
    $1 == "consensus_smartbft_view_count_batch_all" of { decided = $2 + 0 }
    END { print blocks, fetching ? "follower" : relation, leader, waiting, fetches, decided }' <<<"$metrics"
}

# orderer_states: a line for every orderer: its office and its state, or "-" when it does not answer.
orderer_states() {
  local each state
  for each in $(orderers); do
    state=$(orderer_state "$each")
    echo "$each ${state:--}"
  done
}

# So many blocks may one lack that is on the way to them.
BLOCKS_ON_THEIR_WAY=20

# Between two looks at the orderers every one of them decides, when there is anything to decide.
LOOK_SECONDS=2

# at_work BEFORE NOW: the offices whose orderers have the blocks that the others have and decide with them, as two looks at their states
# show. One that keeps fetching what the others have decided is always a little late, and its vote is missing when another goes.
at_work() {
  awk -v way="$BLOCKS_ON_THEIR_WAY" '
    NR == FNR { had[$1] = $2; fetched[$1] = $6; decided[$1] = $7; next }
    $2 != "-" { order[++n] = $1; blocks[$1] = $2; if ($2 > most) most = $2 }
    $3 == "consenter" && $6 == fetched[$1] && ($2 == had[$1] || $7 > decided[$1]) { works[$1] }
    END { for (i = 1; i <= n; i++) if (order[i] in works && blocks[order[i]] >= most - way) print order[i] }' <(echo "$1") <(echo "$2")
}

# look: what the orderers do, in $states and $working.
look() {
  local before
  before=$(orderer_states)
  sleep "$LOOK_SECONDS"
  states=$(orderer_states)
  working=$(at_work "$before" "$states")
}

# The same states for people, in one line of each language; who is not among the second is told to be late.
states_zh() {
  awk -v working=" ${2//$'\n'/ } " '{
    said = $2 " 个区块"
    if (!index(working, " " $1 " ")) said = said ($3 == "consenter" ? "，尚未跟上表决" : "，尚未参与共识")
    if ($5 + 0 > 0) said = said "，压着 " $5 " 笔交易"
    if ($2 == "-") said = "没有回答"
    line = line (NR == 1 ? "" : "；") $1 " " said
  } END { print line }' <<<"$1"
}
states_en() {
  awk -v working=" ${2//$'\n'/ } " '{
    said = "has " $2 " blocks"
    if (!index(working, " " $1 " ")) said = said ($3 == "consenter" ? " and is late to vote" : " and takes no part yet")
    if ($5 + 0 > 0) said = said ", holds " $5 " transactions"
    if ($2 == "-") said = "does not answer"
    line = line (NR == 1 ? "" : "; ") $1 " " said
  } END { print line }' <<<"$1"
}

# wait_for_orderers OFFICE...: returns when these orderers have the blocks that the others have and decide with them, and tells how far they
# are meanwhile. It fails with the state of all when they have had no block for two minutes, in which one that stands still is restarted (steps/keep-orderer), or have come no further than that in five; and at
# once when one of them does not run.
wait_for_orderers() {
  local states before behind now seen="" began=$SECONDS since=$SECONDS told=$SECONDS working each given_up
  states=$(orderer_states)
  while true; do
    sleep "$LOOK_SECONDS"
    before=$states
    states=$(orderer_states)
    working=$(at_work "$before" "$states")
    behind=$(printf '%s\n' "$@" | grep -vxF -- "$working" || true)
    if [ -z "$behind" ]; then return; fi
    now=$(awk 'NR == FNR { behind[$1]; next } $1 in behind { print $1, $2, $3 }' <(echo "$behind") <(echo "$states"))
    if [ "$now" != "$seen" ]; then seen=$now since=$SECONDS; fi
    given_up=
    if [ $((SECONDS - since)) -ge 120 ] || [ $((SECONDS - began)) -ge 300 ]; then given_up=yes; fi
    for each in $behind; do
      if ! pid_of "$each" orderer >/dev/null; then given_up=yes; fi
    done
    if [ -n "$given_up" ]; then
      fail "排序节点没有跟上：$(states_zh "$states" "$working")。请启动或重启落后的那一个（network/fabric/nodes/stop 机构 orderer；network/fabric/nodes/orderer 机构）；账本丢失或损坏时用 network/fabric/restore-orderer 机构。" \
        "The orderers are not level: $(states_en "$states" "$working"). Start or restart the one that is behind (network/fabric/nodes/stop OFFICE orderer; network/fabric/nodes/orderer OFFICE); one whose ledger is lost or damaged by network/fabric/restore-orderer OFFICE."
    fi
    if [ $((SECONDS - told)) -ge 10 ]; then
      say "等待排序节点跟上：$(states_zh "$states" "$working")" "Waiting for orderers: $(states_en "$states" "$working")"
      told=$SECONDS
    fi
  done
}

# must_leave_orderers OFFICE: whether the others go on without the office's orderer. Where too few are at work already, it takes nothing away.
must_leave_orderers() {
  local states working without
  look
  without=$(grep -vx -- "$1" <<<"$working" || true)
  if [ "$(grep -c . <<<"$working")" -ge "$(quorum)" ] && [ "$(grep -c . <<<"$without")" -lt "$(quorum)" ]; then
    fail "现在停止 $1 的排序节点，全网就不能排序：$(states_zh "$states" "$working")。请先启动或重启落后的那一个（network/fabric/nodes/stop 机构 orderer；network/fabric/nodes/orderer 机构），等它跟上。" \
      "Without $1's orderer nothing would be ordered: $(states_en "$states" "$working"). First start or restart the one that is behind (network/fabric/nodes/stop OFFICE orderer; network/fabric/nodes/orderer OFFICE) and wait until it is level."
  fi
}

# entries: the offices whose orderers take transactions, the best first: the leader, which need not hand them on, and those with the most blocks.
entries() {
  orderer_states | awk -v founders="$founders" '
    BEGIN { split(founders, numbered) }
    $2 != "-" && $3 == "consenter" { blocks[$1] = $2; votes[numbered[$4]]++ }
    END { for (each in blocks) print (votes[each] > 0 ? votes[each] : 0), blocks[each], each }' | sort -k1,1nr -k2,2nr -k3,3 | cut -d' ' -f3
}

# to_orderer OFFICE: what tells a command tool to send to the office's orderer.
to_orderer() {
  office "$1"
  printf '%s\n' --orderer "$host:$orderer_port" --tls --cafile "$home/identity/orderer/tls/ca.pem"
}

# send_by_any ZH EN DONE COMMAND...: gives a command the options of one orderer after the other until it succeeds or DONE does: an orderer may
# take a transaction, hold it and not hand it on. The command finds the options as words of $orderer. Fails with what each answered.
send_by_any() {
  local zh=$1 en=$2 done=$3 each answers="" answer
  shift 3
  for each in $(entries); do
    # shellcheck disable=SC2034 # for the command
    orderer=$(to_orderer "$each")
    if answer=$("$@" 2>&1); then return; fi
    if "$done" >/dev/null 2>&1; then return; fi
    answers+=$'\n'"  $each: $(tail -n 3 <<<"$answer" | cut -c1-600)"
  done
  local states working
  look
  fail "$zh：$(states_zh "$states" "$working")。各排序节点的回答：${answers:- 无}" "$en: $(states_en "$states" "$working"). What the orderers answered:${answers:- nothing}"
}
