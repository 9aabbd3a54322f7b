#!/bin/sh
# Read the sample reports into a new register and ask it a question. usage: demo.sh REGISTER
set -eu

register=$1
samples=$(dirname "$0")/reports

show() {
    printf '\n$ elchi'
    for word in "$@"; do
        case $word in *' '*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    elchi "$@"
}

mkdir -p "$(dirname "$register")"
rm -f "$register" "$register-wal" "$register-shm"
export ELCHI_REGISTER="$register"

show ingest "$samples"
show timeline Tajikistan

cat <<END

Now ask it yourself, for instance:

  export PATH="\$PWD/.venv/bin:\$PATH" ELCHI_REGISTER=$register
  elchi find --party Түркия --kind call
  elchi timeline Қазақстан
  elchi show Мирзиёев
  elchi show ID                 an id that the timeline prints: every report's words
  elchi export records -o records.jsonl
  elchi --help
END
