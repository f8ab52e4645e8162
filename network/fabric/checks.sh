# shellcheck shell=bash
# shellcheck disable=SC2154 # what settings and common.sh define
# What must be so before a script of this room acts: the kinds of its arguments, beside those of arguments.sh, and the state of the network.

# One whose certificates are made has not joined.
take_PROVINCE() {
  [[ " $known_offices " == *" $1 "* ]] ||
    misuse "没有名为“$1”的机构；settings 中有：$known_offices。" "There is no office \"$1\"; settings have: $known_offices."
}
take_OFFICE() {
  take_PROVINCE "$1"
  # One that is just joining has its certificates and is not in the list yet.
  grep -qx -- "$1" <<<"$(offices)" || [ -d "$data/$1/identity" ] ||
    misuse "$1 尚未加入本网络（network/fabric/add-org $1）。" "$1 has not joined this network (network/fabric/add-org $1)."
}
take_NEWCOMER() {
  take_PROVINCE "$1"
  [[ " $founders " != *" $1 "* ]] || misuse "$1 是创始机构，已在网络中。" "$1 founded this network and is in it."
}
take_NODE() {
  case $1 in
    orderer | peer | chaincode | gateway | logs | watch) ;;
    chaincode-*) take_LABEL "${1#chaincode-}" ;;
    *) misuse "没有节点“$1”；有：orderer、peer、chaincode、gateway。" "There is no node \"$1\"; there are orderer, peer, chaincode, gateway." ;;
  esac
}
take_SNAPSHOT() {
  take_DIRECTORY "$1"
  local about=$taken/_snapshot_signable_metadata.json
  [ -f "$about" ] && [ -f "$taken/_snapshot_additional_metadata.json" ] ||
    misuse "$1 不是快照目录（network/fabric/snapshot 输出的目录）。" "$1 is no snapshot (a directory that network/fabric/snapshot prints)."
  [ "$(jq -r .channel_name "$about")" = "$channel" ] ||
    misuse "快照 $1 不属于通道 $channel。" "The snapshot $1 is not of the channel $channel."
  (cd "$taken" && jq -r '.snapshot_files_raw_hashes | to_entries[] | "\(.value)  \(.key)"' "$about" | sha256sum --check --status --strict) ||
    misuse "快照 $1 不完整或已损坏。" "The snapshot $1 is incomplete or damaged."
}
take_MODULE() {
  [ -f "$root/$1/pom.xml" ] || misuse "没有模块“$1”。" "There is no module \"$1\"."
}
take_CALL() {
  jq -e 'has("Args")' <<<"$1" >/dev/null 2>&1 || misuse "CALL 应为含 Args 的 JSON 对象。" "CALL must be an object of JSON with Args."
}
# A certificate by its file, by its serial number in hexadecimal digits, or the one that a node or person has; revoke looks for it.
take_CERTIFICATE() {
  case $1 in
    orderer | peer | gateway | admin) ;;
    *)
      if [ -f "$1" ]; then
        taken=$(realpath -- "$1")
      elif [[ $1 =~ ^[0-9A-Fa-f]{8,64}$ ]]; then
        taken=${1^^}
      else
        misuse "“$1”不是证书文件、证书序列号（十六进制），也不是 orderer、peer、gateway、admin 之一。" \
          "\"$1\" is no file of a certificate, no serial number of one (hexadecimal), and none of orderer, peer, gateway, admin."
      fi
      ;;
  esac
}

# must_be_set_up: whether the network has been brought up once and the office has what it cannot be without.
must_be_set_up() {
  [ -f "$data/channel/genesis.block" ] ||
    fail "$data 中还没有网络，请先运行 network/fabric/up。" "There is no network in $data yet: run network/fabric/up first."
  must_not_be_lost
}

# must_not_be_lost: an office of the channel that has no keys any more gets them back from its backup. New ones, and above all a new authority,
# would be a stranger's to the other offices. The authorities' own keys may be kept elsewhere.
must_not_be_lost() {
  local part missing=()
  [ -f "$data/channel/genesis.block" ] || return 0
  finish_exchange
  for part in msp ca/signing/cert.pem ca/tls/cert.pem identity/{orderer,peer,chaincode,gateway,admin}/tls/key.pem; do
    [ -e "$home/$part" ] || missing+=("$part")
  done
  [ ${#missing[@]} -eq 0 ] ||
    fail "$name 缺少 ${missing[*]}（$home）。请由该机构的备份恢复；没有备份时，须由其他机构重新接纳。见 docs/operate/incidents/office-lost.md。" \
      "$name lacks ${missing[*]} ($home). Restore them from the office's backup; without one, the other offices must admit it anew. See docs/operate/incidents/office-lost.md."
}

# finish_exchange: a renewal that was broken off just between taking the old keys away and putting the new ones in their place.
finish_exchange() {
  local made
  for made in "$home"/renewing/*/made; do
    if [ -f "$made" ]; then
      made=${made%/made}
      if [ ! -e "$home/identity/${made##*/}" ]; then mv "$made" "$home/identity/${made##*/}"; fi
    fi
  done
}

# must_have_authority: whether new certificates can be made here.
must_have_authority() {
  local part
  for part in ca/signing/key.pem ca/tls/key.pem; do
    [ -f "$home/$part" ] ||
      fail "$name 的证书颁发机构密钥不在 $home/$part；请在保管它的地方签发，或先取回。" \
        "The key of $name's authority is not in $home/$part: issue where it is kept, or bring it back first."
  done
}

# Whether all that an office needs in order to endorse runs.
can_endorse() {
  local label
  pid_of "$1" peer >/dev/null || return 1
  for label in $(labels); do pid_of "$1" "chaincode-$label" >/dev/null || return 1; done
}

# must_leave_endorsers OFFICE: whether the others can endorse without the office. What is down already takes nothing away.
must_leave_endorsers() {
  local each able=() all
  for each in $(offices); do
    if can_endorse "$each"; then able+=("$each"); fi
  done
  all=${#able[@]}
  [[ " ${able[*]} " == *" $1 "* ]] && [ "$all" -ge "$endorsements" ] && [ $((all - 1)) -lt "$endorsements" ] || return 0
  fail "现在停止 $1 的对等节点或链码，就不足 $endorsements 个机构可以背书；现在能背书的：${able[*]}。请先启动其他机构的节点（network/fabric/status）。" \
    "Without $1's peer and chaincode fewer than $endorsements offices could endorse; those who can now: ${able[*]}. Start the other offices' nodes first (network/fabric/status)."
}
