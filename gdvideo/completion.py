"""`gdvideo completion`: lets a shell complete command lines.

It needs no library: what argparse knows is asked for at every press of the key, in a tenth of a
second, so that films and presets are those of the day.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from gdvideo import options
from gdvideo.errors import Failure

__all__ = ["add_parser", "candidates", "run"]

SCRIPTS = {
    # Where = and : end a word, as they usually do, bash splits 9:16 and side=3 there, and replaces
    # the last part: so words are put together again, and what stands before that part is left out.
    "bash": """\
_gdvideo() {
    local IFS=$'\\n' rest=${COMP_LINE:0:COMP_POINT} breaks=${COMP_WORDBREAKS//[!=:]/}
    local words=() last=-1 kept= word after
    for word in "${COMP_WORDS[@]:0:COMP_CWORD + 1}"; do
        after=${rest#"${rest%%[![:blank:]]*}"}
        [[ $after == "$rest" && $last -ge 0 ]] || words[++last]=
        word=${word:0:${#after}}
        words[last]+=$word
        rest=${after:${#word}}
    done
    word=${words[last]}
    [[ $breaks && $word == *["$breaks"]* ]] && kept=${word%"${word##*["$breaks"]}"}
    COMPREPLY=($(gdvideo completion words -- "${words[@]:1}" 2>/dev/null))
    COMPREPLY=("${COMPREPLY[@]#"$kept"}")
    compopt -o default
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -F _gdvideo gdvideo
""",
    "zsh": """\
#compdef gdvideo
_gdvideo() {
    local -a found
    found=(${(f)"$(gdvideo completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    compadd -S '' -a found || _files
}
compdef _gdvideo gdvideo
""",
    "fish": """\
function __gdvideo
    gdvideo completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c gdvideo -a '(__gdvideo)'
""",
}


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "completion",
        description="Print a script that completes gdvideo's command lines; for bash: "
        'eval "$(gdvideo completion bash)"',
    )
    known = [*SCRIPTS, "words"]
    parser.add_argument(
        "shell", type=options.OneOf(known), metavar="SHELL",
        help=f"{', '.join(SCRIPTS)}; or words, which the scripts use",
    )  # fmt: skip
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the script, or what may stand at the end of a command line."""
    if args.shell in SCRIPTS:
        print(SCRIPTS[args.shell], end="")
    else:
        print(*candidates(args.words), sep="\n")
    return 0


def candidates(words: Sequence[str]) -> list[str]:
    """Return what the last of ``words`` may become."""
    from gdvideo.cli import COMMANDS, parser_of

    *before, begun = words or [""]
    found: Iterable[str]
    if not before:
        found = COMMANDS
    elif before[0] not in COMMANDS:
        found = ()
    else:
        try:
            found = _after(parser_of(before[0]), before, begun)
        except Failure:
            found = ()
    return [word for word in found if word.startswith(begun)]


def _after(parser: argparse.ArgumentParser, before: Sequence[str], begun: str) -> Iterable[str]:
    actions = parser._actions
    named = {name: action for action in actions for name in action.option_strings}
    last = named.get(before[-1])
    if last is not None and last.nargs != 0:
        return _values(last, before)
    if begun.startswith("-"):
        return named
    free = next((action for action in actions if not action.option_strings), None)
    return _values(free, before) if free is not None else named


def _values(action: argparse.Action, before: Sequence[str]) -> Iterable[str]:
    from gdvideo.parameters import experiment, presets
    from gdvideo.project import films

    known = films()
    if action.dest in ("slug", "slugs"):
        return known
    if isinstance(action.type, options.OneOf):
        return action.type.names
    film = next((known[word] for word in before if word in known), None)
    if film is not None and action.dest == "preset":
        return presets(film)
    if film is not None and action.dest in ("values", "over"):
        return [f"{name}=" for name in experiment(film).Params.model_fields]
    return ()
