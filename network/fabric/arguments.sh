# shellcheck shell=bash
# shellcheck disable=SC2154 # what a script says of itself
# How the scripts of this product read what they are told, before they do anything. A script says in variables what it takes and what it is
# for, and reads this file (by common.sh, those of network/fabric):
#
#   usage="OFFICE orderer|peer [NUMBER] [--yes]" zh="…" en="…"
#
# Words in capitals are kinds, which are checked by the functions below where there is something to check; small words between bars are
# one of those very words; what stands from the first [ on may be left out, and the last word may be repeated when it ends in dots. Options
# may stand anywhere. COMMAND... takes all that is left as it is. Afterwards $1, $2, ... are what was given, paths in full, and
# `option --yes` tells whether an option was.

WRONG_USE=2

say() { printf '%s\n  %s\n' "$1" "$2"; }
fail() { say "$1" "$2" >&2; exit 1; }

# misuse ZH EN: ends a script that was told what it cannot take, before it has done anything.
misuse() {
  say "$1" "$2" >&2
  printf '用法 usage: %s\n  %s\n' "$(command_line "$taken_words")" "$(command_line --help)" >&2
  exit $WRONG_USE
}

# command_line WORDS: the command as it is called from the product's directory, and what it is given.
command_line() {
  local called product
  called=$(realpath -- "$0")
  product=$(realpath -- "$(dirname "${BASH_SOURCE[0]}")/../..")
  echo "${called#"$product/"}${1:+ $1}"
}

option() { [ -n "${options_given[$1]:-}" ]; }

must_be_number() { # must_be_number WHAT TEXT LEAST MOST
  [[ $2 =~ ^[0-9]{1,9}$ ]] && [ "$((10#$2))" -ge "$3" ] && [ "$((10#$2))" -le "$4" ] ||
    misuse "$1 应是 $3 至 $4 的整数，而不是“$2”。" "$1 must be a whole number from $3 to $4, and not \"$2\"."
}

# must_be_ports NAME FIRST COUNT: whether a setting names the first of so many ports that any program may have.
must_be_ports() { must_be_number "$1" "$2" 1024 $((65536 - $3)); }

# The kinds. Each is given what was said and sets `taken` to what the script shall have.
take_FILE() {
  [ -f "$1" ] && [ -r "$1" ] || misuse "没有可读的文件 $1。" "There is no readable file $1."
  taken=$(realpath -- "$1")
}
take_NEWFILE() {
  [ -d "$(dirname -- "$1")" ] && [ ! -e "$1" ] || misuse "$1 已存在，或其目录不存在。" "$1 exists already, or its directory does not."
  taken=$(realpath -- "$1")
}
take_DIRECTORY() {
  [ -d "$1" ] && [ -r "$1" ] || misuse "没有可读的目录 $1。" "There is no readable directory $1."
  taken=$(realpath -- "$1")
}
take_JAR() {
  take_FILE "$1"
  # What is no program would be found out only when all offices have installed it. Names stand in such a file as they are.
  [ "$(head -c 2 "$taken")" = PK ] && grep -qa META-INF/MANIFEST.MF "$taken" ||
    misuse "$1 不是可运行的 Java 程序包（JAR）。" "$1 is not a Java program (JAR)."
}
take_NUMBER() { must_be_number "${0##*/} NUMBER" "$1" 1 999999999; taken=$((10#$1)); }
take_NAME() {
  [[ $1 =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]] ||
    misuse "名称只能含小写字母、数字与连字符，而不是“$1”。" "A name has small letters, digits and hyphens, unlike \"$1\"."
}
take_LABEL() {
  [[ $1 =~ ^[a-z0-9]+(-[a-z0-9]+)*_[1-9][0-9]{0,5}$ ]] ||
    misuse "“$1”不是链码的标签（名称_版本，例如 registry_1）。" "\"$1\" is no label of a chaincode (NAME_VERSION, as in registry_1)."
}
take_SIGNAL() {
  [[ $1 =~ ^[A-Z0-9]{1,9}$ ]] && kill -l "$1" >/dev/null 2>&1 || misuse "没有信号 $1。" "There is no signal $1."
}

show_help() {
  printf '用法 usage: %s\n\n%s\n\n%s\n' "$(command_line "$taken_words")" "$zh" "$en"
  case " $taken_words " in
    *OFFICE* | *NEWCOMER*) printf '\n机构 offices: %s\n' "$known_offices" ;;
  esac
  exit 0
}

# take WORD TEXT: checks one argument against what stands in its place in the usage.
take() {
  local kind=${1//[].[]/} taken=$2
  [ -n "$2$raw" ] || misuse "参数 $kind 不能为空。" "The argument $kind must not be empty."
  if [[ $kind =~ ^[A-Z] ]]; then
    case $2 in
      --*) if [ -z "$raw" ]; then misuse "没有选项 $2。" "There is no option $2."; fi ;;
    esac
    if declare -F "take_$kind" >/dev/null; then "take_$kind" "$2"; fi
  else
    [[ "|$kind|" == *"|$2|"* ]] || misuse "应为 ${kind//|/、} 之一，而不是“$2”。" "\"$2\" is none of ${kind//|/, }."
  fi
  arguments+=("$taken")
}

read_arguments() {
  local words=() known="" word least=0 most=0 optional="" repeated="" place=0
  for word in $usage; do
    case $word in
      *--*) known+=" ${word//[][]/}"; continue ;;
    esac
    words+=("$word")
    case $word in \[*) optional=yes ;; esac
    if [ -z "$optional" ]; then least=$((least + 1)); fi
    most=$((most + 1))
    case $word in *...*) repeated=$word ;; esac
  done
  raw=""
  while [ $# -gt 0 ]; do
    if [ -z "$raw" ]; then
      case $1 in
        -h | --help | help) show_help ;;
        --*)
          if [[ "$known " == *" $1 "* ]]; then
            if option "$1"; then misuse "选项 $1 给了两次。" "The option $1 is given twice."; fi
            options_given[$1]=yes
            shift
            continue
          fi
          ;;
      esac
    fi
    if [ $place -lt $most ]; then
      word=${words[place]}
    elif [ -n "$repeated" ]; then
      word=$repeated
      if [ -z "$raw" ] && [[ " ${arguments[*]} " == *" $1 "* ]]; then misuse "“$1”给了两次。" "\"$1\" is given twice."; fi
    else
      misuse "多余的参数：$*" "There is no place for: $*"
    fi
    case $word in *COMMAND* | *JQ-OPTION*) raw=yes ;; esac
    take "$word" "$1"
    place=$((place + 1))
    shift
  done
  if [ $place -lt $least ]; then misuse "缺少参数：${words[*]:place}" "Missing: ${words[*]:place}"; fi
}

if [ -n "${usage+said}" ]; then
  taken_words=$usage
  arguments=()
  declare -A options_given=()
  read_arguments "$@"
  set -- ${arguments[@]+"${arguments[@]}"}
  # Other scripts' functions that read common.sh once more have no arguments of their own.
  unset usage
fi
