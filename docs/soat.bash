# Completion of soat for bash.

_soat() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word
  local messages='--color --quiet --help' rules='--rules --no-default-rules --config --isolated'
  COMPREPLY=()

  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] && continue
    case $command:$word in
      :extract | :reports | :check | :compare | :explain | :rules | :config) command=$word ;;
      rules:list | rules:test | rules:export) command="rules $word" ;;
    esac
  done

  case $previous in
    --format)
      word='csv json ndjson'
      [[ $command == 'rules list' ]] && word='text json'
      [[ $command == config ]] && word='text json'
      [[ $command == reports ]] && word='csv json ndjson text'
      [[ $command == check ]] && word='text csv json ndjson sarif github junit gitlab'
      [[ $command == compare ]] && word='csv json text'
      mapfile -t COMPREPLY < <(compgen -W "$word" -- "$current")
      return
      ;;
    --by) mapfile -t COMPREPLY < <(compgen -W 'unit period indicator' -- "$current"); return ;;
    --sort) mapfile -t COMPREPLY < <(compgen -W 'rules name reports value' -- "$current"); return ;;
    --indicator)
      mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" rules list 2> /dev/null | awk '$2 == "indicator" { print $1 }')" \
        -- "$current")
      return
      ;;
    --scope | --period | --unit | --min-reports) return ;;
    --min-severity) mapfile -t COMPREPLY < <(compgen -W 'note warning error' -- "$current"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W 'note warning error never' -- "$current"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'vi en' -- "$current"); return ;;
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current"); return ;;
    --kind)
      # The last of a list with commas.
      word=''
      [[ $current == *,* ]] && word=${current%,*},
      mapfile -t COMPREPLY < <(compgen -P "$word" -W 'count ratio percent money measure date period docref index' \
        -- "${current##*,}")
      return
      ;;
    --rules) mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames; return ;;
    -o | --output | --files-from | --config | --baseline | --write-baseline) mapfile -t COMPREPLY < <(compgen -f -- "$current"); compopt -o filenames; return ;;
    --select | --ignore)
      # The last of a list with commas: checks and relation rules.
      word=''
      [[ $current == *,* ]] && word=${current%,*},
      mapfile -t COMPREPLY < <(compgen -P "$word" -W "$("${COMP_WORDS[0]}" rules list 2> /dev/null |
        sed -En 's/^([^ ]+) +([a-z]+_[a-z_]+|change|complement|plausibility) .*/\1 \2/p')" -- "${current##*,}")
      return
      ;;
    -j | --jobs | --stdin-name | --include | --exclude) return ;;
  esac

  case $command in
    '') word='extract reports check compare rules explain config --help --version' ;;
    extract | reports | check | compare)
      word="--format --output --bom --jobs --stats --stdin-name --files-from --null --include --exclude $rules $messages"
      [[ $command == extract ]] && word="--kind $word"
      [[ $command == compare ]] && word="--long --by --indicator --scope --period --unit --min-reports --sort --rank --delta --conflicts
        --all-labels --from-records $word"
      [[ $command == check ]] && word="--all --select --ignore --min-severity --fail-on --lang --baseline --write-baseline --prune-baseline $word"
      ;;
    rules) word='list test export --help' ;;
    'rules list') word="--format $rules $messages" ;;
    'rules test') word="$rules $messages" ;;
    'rules export') word="--force $messages" ;;
    config) word="--format --config --isolated $messages" ;;
    explain)
      word="--lang --stdin-name $rules $messages"
      [[ $current == -* ]] || word="$("${COMP_WORDS[0]}" rules list 2> /dev/null | cut -d ' ' -f 1) $(compgen -f -- "$current")"
      ;;
  esac
  if [[ $current != -* && $command =~ ^(extract|reports|check|compare|rules test|rules export)$ ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    compopt -o filenames
  else
    mapfile -t COMPREPLY < <(compgen -W "$word" -- "$current")
  fi
}

complete -F _soat soat
