"""What scripts do with the lines of a file; scripts_lines.py makes scripts of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World

_PLAIN = "IFS= read -r line"
_TEXT = """Alpha is the first
  beta {word} beta

{word} opens this line and the line is quite long, longer than all the others of it
# a comment with {word}
gamma = 3
Last Line without much
"""
_NAMES = "alice\nbob\ncarol lee\n"
_LISTED = "alpha.txt\nbeta notes.txt\ngone.txt\n"
_NUMBERS = "12\n7\n-3\n40\n7\n"


@dataclass(frozen=True)
class Action:
    """What is done with every line, `$line`; WHAT stands for the file."""

    name: str
    say: Sequence[str]
    whole: str
    """The explanation, without capital and full stop."""
    body: str
    act: Callable[[World, list[str], Bound], list[str] | Outcome]
    """Changes the world and returns the lines that are printed."""
    start: str = ""
    end: str = ""
    read: str = _PLAIN
    text: str = _TEXT
    """The lines of the file; slots stand for their values."""
    files: Sequence[str] = ()
    """Files beside it."""
    stubs: Sequence[str] = ()
    ask: Sequence[str] = ()


def _each(line: Callable[[str], str]):
    """Prints something for every line."""
    return lambda world, lines, s: [line(text) for text in lines]


def _kept(keep: Callable[[str, Bound], bool]):
    return lambda world, lines, s: [text for text in lines if keep(text, s)]


def _called(call: Callable[[str], list[str]]):
    return lambda world, lines, s: Outcome(calls=[call(text) for text in lines])


def _make_folders(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        world.dir(line)
    return []


def _make_files(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        world.file(line)
    return []


def _remove_listed(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        if line in world:
            world.remove(line)
    return []


def _copy_listed(world: World, lines: list[str], s: Bound) -> Outcome:
    world.dir(s.dir)
    for line in lines:
        if line in world:
            world.copy(line, f"{s.dir}/{line}")
    return Outcome(stderr="missing: gone.txt")


def _rename_pairs(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        old, new = line.split(",")
        world.move(old, new)
    return [f"{line.split(',')[0]} -> {line.split(',')[1]}" for line in lines]


def _own_files(world: World, lines: list[str], s: Bound) -> list[str]:
    for number, line in enumerate(lines, 1):
        world.file(f"{s.word}-{number}.txt", [line])
    return []


def _pairs(world: World, lines: list[str], s: Bound) -> list[str]:
    return ["{} is {}".format(*line.split("=", 1)) for line in lines]


ACTIONS = (
    Action(
        "number",
        ["[print|show] [each|every] line of WHAT with its number", "number the lines of WHAT"],
        "prints each line of WHAT after its number and a colon",
        'number=$((number + 1))\necho "$number: $line"',
        lambda world, lines, s: [f"{n}: {line}" for n, line in enumerate(lines, 1)],
        start="number=0\n",
        ask=["numbered lines of WHAT"],
    ),
    Action(
        "upper-case",
        ["print [each|every] line of WHAT in [capitals|upper case]", "read WHAT line by line and print it in [capitals|upper case]"],
        "prints every line of WHAT in capitals",
        "printf '%s\\n' \"$line\" | tr '[:lower:]' '[:upper:]'",
        _each(str.upper),
    ),
    Action(
        "length",
        ["[print|show] the length of [each|every] line of WHAT", "say how many characters [each|every] line of WHAT has"],
        "prints the number of characters of each line of WHAT",
        'echo "${#line}"',
        _each(lambda line: str(len(line))),
        ask=["length of every line of WHAT"],
    ),
    Action(
        "length-before",
        ["print [each|every] line of WHAT after its length", "show the lines of WHAT, each with its [length|number of characters] in front"],
        "prints each line of WHAT with its length before it",
        'echo "${#line} $line"',
        _each(lambda line: f"{len(line)} {line}"),
    ),
    Action(
        "longer",
        ["print the lines of WHAT that are longer than {width} characters", "find the lines of WHAT with more than {width} characters"],
        "prints the lines of WHAT that have more than {width} characters",
        "if [[ ${#line} -gt {width} ]]; then\n  echo \"$line\"\nfi",
        _kept(lambda line, s: len(line) > s.width),
        text="short\n" + "x" * 200 + "\n" + "y" * 29 + "\nlast\n",
    ),
    Action(
        "contains",
        ["[print|show] only the lines of WHAT that contain {word}, reading it in a loop", "loop over the lines of WHAT and print those with {word} in them"],
        "reads WHAT line by line and prints the lines that contain {word}",
        "if [[ $line == *{word}* ]]; then\n  echo \"$line\"\nfi",
        _kept(lambda line, s: s.word in line),
    ),
    Action(
        "starts",
        ["loop over the lines of WHAT and print those that [start|begin] with {word}", "go through WHAT line by line and show the lines [starting|beginning] with {word}"],
        "reads WHAT line by line and prints the lines that begin with {word}",
        "case $line in\n  {word}*) echo \"$line\" ;;\nesac",
        _kept(lambda line, s: line.startswith(s.word)),
    ),
    Action(
        "skip-comments",
        ["print the lines of WHAT without [comments and blank lines|blank lines and comments]", "read WHAT line by line, skipping [empty lines and comments|comments and empty lines], and print the rest"],
        "prints the lines of WHAT, but skips blank lines and those that begin with #",
        "if [[ -z $line || $line == \"#\"* ]]; then\n  continue\nfi\necho \"$line\"",
        _kept(lambda line, s: bool(line) and line[0] != "#"),
    ),
    Action(
        "count-matches",
        ["count the lines of WHAT that contain {word} in a loop and print [the number|how many]", "read WHAT line by line and say how many lines have {word} in them"],
        "counts in a loop how many lines of WHAT contain {word}",
        "if [[ $line == *{word}* ]]; then\n  count=$((count + 1))\nfi",
        lambda world, lines, s: [f"{sum(s.word in line for line in lines)} lines contain {s.word}"],
        start="count=0\n",
        end='echo "$count lines contain {word}"\n',
    ),
    Action(
        "count-blank",
        ["count the blank and the other lines of WHAT", "say how many lines of WHAT are [empty|blank] and how many are not"],
        "prints how many lines of WHAT are blank and how many are not",
        'if [[ -z $line ]]; then\n  blank=$((blank + 1))\nelse\n  filled=$((filled + 1))\nfi',
        lambda world, lines, s: [f"{lines.count('')} blank", f"{len(lines) - lines.count('')} filled"],
        start="blank=0\nfilled=0\n",
        end='echo "$blank blank"\necho "$filled filled"\n',
    ),
    Action(
        "folders",
        ["[make|create] a folder for [each|every] line of WHAT", "[make|create] the folders whose names are [listed|written] in the lines of WHAT"],
        "makes a directory for each line of WHAT, skipping blank lines",
        "[[ -n $line ]] || continue\nmkdir -p -- \"$line\"",
        _make_folders,
        text=_NAMES,
        ask=["folders from the names in the lines of WHAT"],
    ),
    Action(
        "touch",
        ["[make|create] an empty file for [each|every] line of WHAT", "[make|create] the empty files whose names are listed in the lines of WHAT"],
        "creates an empty file for each line of WHAT, skipping blank lines",
        "[[ -n $line ]] || continue\ntouch -- \"$line\"",
        _make_files,
        text="alice.txt\nbob.md\ncarol lee\n",
    ),
    Action(
        "check-exist",
        ["check that [each|every] file listed in the lines of WHAT exists and fail [if not|otherwise]", "report the files named in the lines of WHAT that do not exist, and exit with 1 if there are any"],
        "prints the files named in the lines of WHAT that do not exist, and fails if there are any",
        'if [[ ! -e $line ]]; then\n  echo "missing: $line"\n  status=1\nfi',
        lambda world, lines, s: Outcome(["missing: gone.txt"], status=1),
        start="status=0\n",
        end='exit "$status"\n',
        text=_LISTED,
        files=("alpha.txt", "beta notes.txt"),
    ),
    Action(
        "tell-exist",
        ["say of [each|every] file named in the lines of WHAT whether it exists", "print for each path in the lines of WHAT if it is there or missing"],
        "prints for each file named in the lines of WHAT whether it is there",
        'if [[ -e $line ]]; then\n  echo "found: $line"\nelse\n  echo "missing: $line"\nfi',
        lambda world, lines, s: [f"{'found' if line in world else 'missing'}: {line}" for line in lines],
        text=_LISTED,
        files=("alpha.txt", "beta notes.txt"),
    ),
    Action(
        "sum",
        ["[add up|sum] the numbers in the lines of WHAT", "print the sum of the numbers in the lines of WHAT"],
        "adds up the whole numbers in the lines of WHAT and prints the sum",
        "sum=$((sum + line))",
        lambda world, lines, s: [f"Sum: {sum(map(int, lines))}"],
        start="sum=0\n",
        end='echo "Sum: $sum"\n',
        text=_NUMBERS,
        ask=["sum of the numbers in the lines of WHAT"],
    ),
    Action(
        "largest",
        ["print the [largest|biggest|highest] number in the lines of WHAT", "find the [largest|biggest] of the numbers in the lines of WHAT"],
        "prints the largest of the whole numbers in the lines of WHAT",
        'if [[ -z $largest || $line -gt $largest ]]; then\n  largest=$line\nfi',
        lambda world, lines, s: [f"Largest: {max(map(int, lines))}"],
        start='largest=""\n',
        end='echo "Largest: $largest"\n',
        text=_NUMBERS,
    ),
    Action(
        "average",
        ["print the [average|mean] of the whole numbers in the lines of WHAT, rounded down", "compute the integer [average|mean] of the numbers in the lines of WHAT"],
        "prints the average of the whole numbers in the lines of WHAT, without decimals",
        "sum=$((sum + line))\ncount=$((count + 1))",
        lambda world, lines, s: [f"Average: {sum(map(int, lines)) // len(lines)}"],
        start="sum=0\ncount=0\n",
        end='if [[ $count -eq 0 ]]; then\n  echo "No numbers" >&2\n  exit 1\nfi\necho "Average: $((sum / count))"\n',
        text=_NUMBERS,
    ),
    Action(
        "even-odd",
        ["say of [each|every] number in the lines of WHAT whether it is even or odd", "print the numbers in the lines of WHAT with even or odd after each"],
        "prints each number in the lines of WHAT with even or odd after it",
        'if ((line % 2 == 0)); then\n  echo "$line even"\nelse\n  echo "$line odd"\nfi',
        _each(lambda line: f"{line} {'odd' if int(line) % 2 else 'even'}"),
        text=_NUMBERS,
    ),
    Action(
        "prefix",
        ["print [each|every] line of WHAT with {word} in front [of it|]", "put {word} and a blank before [each|every] line of WHAT and print it"],
        "prints each line of WHAT with {word} before it",
        'echo "{word} $line"',
        lambda world, lines, s: [f"{s.word} {line}" for line in lines],
    ),
    Action(
        "quote",
        ["print [each|every] line of WHAT in double quotes", "put double quotes around [each|every] line of WHAT and print it"],
        "prints each line of WHAT in double quotes",
        "printf '\"%s\"\\n' \"$line\"",
        _each(lambda line: f'"{line}"'),
    ),
    Action(
        "swap-fields",
        ["swap the two comma-separated fields in [each|every] line of WHAT and print them", "print the lines of WHAT with their two fields, separated by a comma, exchanged"],
        "prints each line of WHAT with its two comma-separated fields exchanged",
        'echo "$second,$first"',
        _each(lambda line: ",".join(reversed(line.split(",")))),
        read="IFS=, read -r first second",
        text="lee,alice\nray,bob b\n",
    ),
    Action(
        "key-value",
        ["read the KEY=VALUE lines of WHAT and print KEY is VALUE for each", "print the settings in the KEY=VALUE lines of WHAT as KEY is VALUE"],
        "prints each KEY=VALUE line of WHAT as KEY is VALUE",
        'echo "$key is $value"',
        _pairs,
        read="IFS== read -r key value",
        text="color=red\nsize=10 cm\nname=a b\n",
    ),
    Action(
        "words",
        ["count the words in [each|every] line of WHAT", "print the number of words of [each|every] line of WHAT"],
        "prints the number of words in each line of WHAT",
        'echo "${#words[@]}"',
        _each(lambda line: str(len(line.split()))),
        read="read -r -a words",
        text="one two three\nfour\n\n five  six \n",
    ),
    Action(
        "greet",
        ["greet [everybody|each person] whose name is in a line of WHAT", "print Hello, NAME! for [each|every] name in the lines of WHAT"],
        "prints Hello and the name for each line of WHAT",
        'echo "Hello, $line!"',
        _each(lambda line: f"Hello, {line}!"),
        text=_NAMES,
    ),
    Action(
        "remove",
        ["[delete|remove] the files whose names are in the lines of WHAT", "[delete|remove] [each|every] file listed in the lines of WHAT"],
        "removes each file that a line of WHAT names; those that are missing are skipped",
        "rm -f -- \"$line\"",
        _remove_listed,
        text=_LISTED,
        files=("alpha.txt", "beta notes.txt", "other.txt"),
    ),
    Action(
        "copy",
        ["copy the files named in the lines of WHAT into {dir} and warn about missing ones", "copy [each|every] file listed in the lines of WHAT to {dir}, with a warning for those that are missing"],
        "copies each file named in the lines of WHAT into {dir} and warns about missing ones",
        'if [[ -f $line ]]; then\n  cp -- "$line" {dir}/\nelse\n  echo "missing: $line" >&2\nfi',
        _copy_listed,
        start="mkdir -p {dir}\n",
        text=_LISTED,
        files=("alpha.txt", "beta notes.txt", "other.txt"),
    ),
    Action(
        "rename-pairs",
        ["rename files as the lines of WHAT say, which hold the old and the new name with a comma between", "rename files by the OLD,NEW pairs in the lines of WHAT and print each change"],
        "renames the files in the OLD,NEW lines of WHAT and prints each change",
        'mv -- "$old" "$new"\necho "$old -> $new"',
        _rename_pairs,
        read="IFS=, read -r old new",
        text="alpha.txt,first.txt\nbeta notes.txt,second one.txt\n",
        files=("alpha.txt", "beta notes.txt", "other.txt"),
    ),
    Action(
        "every-second",
        ["print every second line of WHAT", "show every other line of WHAT, beginning with the second"],
        "prints every second line of WHAT",
        'number=$((number + 1))\nif ((number % 2 == 0)); then\n  echo "$line"\nfi',
        lambda world, lines, s: lines[1::2],
        start="number=0\n",
    ),
    Action(
        "join",
        ["join the lines of WHAT with commas into one line", "print all lines of WHAT in one line with commas between them"],
        "prints the lines of WHAT as one line with commas between them",
        'joined=${joined:+$joined,}$line',
        lambda world, lines, s: [",".join(lines)],
        start='joined=""\n',
        end='echo "$joined"\n',
        text=_NAMES,
    ),
    Action(
        "reverse",
        ["print the lines of WHAT in reverse order with an array", "read the lines of WHAT into an array and print them backwards"],
        "reads the lines of WHAT into an array and prints them from the last to the first",
        'lines+=("$line")',
        lambda world, lines, s: lines[::-1],
        start="lines=()\n",
        end='for ((i = ${#lines[@]} - 1; i >= 0; i--)); do\n  echo "${lines[i]}"\ndone\n',
    ),
    Action(
        "longest",
        ["print the longest line of WHAT", "find the longest line of WHAT"],
        "prints the longest line of WHAT",
        'if [[ ${#line} -gt ${#longest} ]]; then\n  longest=$line\nfi',
        lambda world, lines, s: [max(lines, key=len)],
        start='longest=""\n',
        end='echo "$longest"\n',
        ask=["longest line of WHAT"],
    ),
    Action(
        "own-files",
        ["write [each|every] line of WHAT to a file of its own, {word}-1.txt, {word}-2.txt and so on", "split WHAT into files {word}-1.txt, {word}-2.txt and so on with one line each"],
        "writes each line of WHAT to a file of its own: {word}-1.txt, {word}-2.txt and so on",
        "number=$((number + 1))\nprintf '%s\\n' \"$line\" > \"{word}-$number.txt\"",
        _own_files,
        start="number=0\n",
        text=_NAMES,
    ),
    Action(
        "trim",
        ["[strip|remove] the blanks at [both ends|the beginning and the end] of [each|every] line of WHAT", "print the lines of WHAT without leading and trailing blanks"],
        "prints the lines of WHAT without blanks at their ends",
        "printf '%s\\n' \"$line\"",
        _each(str.strip),
        read="read -r line",
        text="  alpha beta\ngamma  \n\tdelta\n",
    ),
    Action(
        "until-blank",
        ["print the lines of WHAT up to the first [blank|empty] one", "show the first paragraph of WHAT, up to the first [blank|empty] line"],
        "prints the lines of WHAT before the first blank one",
        '[[ -n $line ]] || break\necho "$line"',
        lambda world, lines, s: lines[: lines.index("")],
    ),
    Action(
        "duplicates",
        ["print the lines of WHAT that are the same as the line before", "show each line of WHAT that repeats the one before it"],
        "prints the lines of WHAT that are equal to the line before",
        'if [[ $line == "$last" ]]; then\n  echo "$line"\nfi\nlast=$line',
        lambda world, lines, s: [b for a, b in zip(lines, lines[1:], strict=False) if a == b],
        start="last=$'\\n'\n",
        text="alpha\nalpha\nbeta\nalpha\nbeta\nbeta\nbeta\n",
    ),
    Action(
        "download",
        ["download [each|every] address in the lines of WHAT with curl", "fetch all the URLs listed in the lines of WHAT with curl"],
        "downloads each address in the lines of WHAT with curl under its own name",
        '[[ -n $line ]] || continue\ncurl -fsSLO "$line" < /dev/null',
        _called(lambda line: ["curl", "-fsSLO", line]),
        text="https://example.com/one.txt\nhttps://example.org/two.zip\n",
        stubs=("curl",),
    ),
    Action(
        "ping",
        ["ping [each|every] host named in the lines of WHAT once and say whether it [answers|is up]", "check which hosts in the lines of WHAT answer a ping"],
        "pings each host in the lines of WHAT and prints whether it is up",
        'if ping -c 1 "$line" < /dev/null > /dev/null 2>&1; then\n  echo "$line is up"\nelse\n  echo "$line is down"\nfi',
        lambda world, lines, s: Outcome([f"{line} is up" for line in lines], calls=[["ping", "-c", "1", line] for line in lines]),
        text="web1\ndb.example.com\n192.0.2.7\n",
        stubs=("ping",),
    ),
    Action(
        "run",
        ["run [each|every] line of WHAT as a command and report the ones that fail", "execute the commands in the lines of WHAT one after the other and say which failed"],
        "runs each line of WHAT as a command and prints those that fail",
        'if ! bash -c "$line" < /dev/null; then\n  echo "failed: $line"\nfi',
        lambda world, lines, s: ["one", "failed: false", "three"],
        text="echo one\nfalse\nprintf 'three\\n'\n",
    ),
)  # fmt: skip
