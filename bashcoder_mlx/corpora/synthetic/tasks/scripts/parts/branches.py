"""What scripts with subcommands do for each of them, and what that prints and leaves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts import acts
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Branch:
    """One subcommand: the lines that it runs, and its trial."""

    word: str
    lines: Sequence[str]
    act: Callable[[World, Sequence[str]], object] = lambda world, given: ()
    """Changes the world and returns what is printed, given what follows the subcommand."""
    given: Sequence[str] = ()
    """Arguments of the trial after the subcommand."""
    finds: Sequence[Callable[[World], object]] = (acts.empty,)
    """What is there before, for a trial each."""


@dataclass(frozen=True)
class Commands:
    """Subcommands that belong together, and how one asks for a script with them."""

    key: str
    say: Sequence[str]
    does: str
    branches: Sequence[Branch]

    @property
    def words(self) -> list[str]:
        """The subcommands, in order."""
        return [branch.word for branch in self.branches]


def _says(text: str) -> Branch:
    word = text.partition(" ")[0]
    return Branch(word, [f'echo "{text.partition(" ")[2]}"'], lambda w, g: text.partition(" ")[2:])


_SERVER = (
    Branch("start", ["touch server.pid", 'echo "Started"'], acts.start),
    Branch(
        "stop", ["rm -f server.pid", 'echo "Stopped"'], acts.stop, finds=(acts.running, acts.empty)
    ),
    Branch(
        "status",
        [
            "if [ -f server.pid ]; then",
            '  echo "Running"',
            "else",
            '  echo "Not running"',
            "fi",
        ],
        lambda world, given: ["Running" if "server.pid" in world else "Not running"],
        finds=(acts.running, acts.empty),
    ),
)


_FILE = ("a  text.txt",)

COMMANDS = (
    Commands(
        "server",
        (
            "[start, stop and show the status of a server|manage a server with start, stop and "
            "status], with the file server.pid while it runs",
            "act as a service script: start makes server.pid, stop removes it and status says "
            "whether it is there",
            "take start, stop or status and make, remove or look for server.pid",
        ),
        "Starts or stops a server, or tells whether it runs, by the file server.pid",
        _SERVER,
    ),
    Commands(
        "says",
        (
            "[say what it does for start, stop and restart|print Starting, Stopping or Restarting "
            "for start, stop and restart]",
            "take start, stop or restart as argument and print which is being done",
            "react to start, stop and restart, each with a message",
        ),
        "Prints Starting, Stopping or Restarting for start, stop or restart",
        tuple(map(_says, ("start Starting", "stop Stopping", "restart Restarting"))),
    ),
    Commands(
        "notes",
        (
            "keep notes in notes.txt: add [appends its words|adds a line], list shows them and "
            "clear empties the file",
            "manage notes.txt with [the subcommands|] add, list and clear",
            "add a note to notes.txt, list the notes or clear them",
        ),
        "Adds a note to notes.txt, lists the notes or clears them",
        (
            Branch(
                "add",
                ["shift", 'echo "$*" >> notes.txt'],
                acts.hold("notes.txt", *acts.NOTES, "new  one two"),
                ("new  one", "two"),
                (acts.two_notes,),
            ),
            Branch(
                "list", ["cat notes.txt"], lambda world, given: acts.NOTES, finds=(acts.two_notes,)
            ),
            Branch("clear", ["> notes.txt"], acts.hold("notes.txt"), finds=(acts.two_notes,)),
        ),
    ),
    Commands(
        "switch",
        (
            "[turn something on or off and show it|switch on and off], with the word in a file "
            "named state",
            "write on or off to the file state, and show it with show",
            "remember on or off in the file state: on, off and show",
        ),
        "Writes on or off to the file state, or shows it",
        (
            Branch("on", ["echo on > state"], acts.hold("state", "on"), finds=(acts.switched_on,)),
            Branch(
                "off", ["echo off > state"], acts.hold("state", "off"), finds=(acts.switched_on,)
            ),
            Branch("show", ["cat state"], lambda world, given: ["on"], finds=(acts.switched_on,)),
        ),
    ),
    Commands(
        "archive",
        (
            "pack, list or unpack the [folder or archive|path] given as second argument, with gzip",
            "take pack, list or unpack and a path, and work on a .tar.gz archive",
            "manage tar.gz archives: pack FOLDER, list ARCHIVE and unpack ARCHIVE",
        ),
        "Packs, lists or unpacks a .tar.gz archive",
        (
            Branch(
                "pack",
                ['tar -czf "$2.tar.gz" "$2"'],
                acts.pack_folder,
                ("my  docs",),
                (acts.folder_there,),
            ),
            Branch(
                "list",
                ['tar -tzf "$2"'],
                lambda world, given: ["my  docs/a.txt"],
                ("my  docs.tar.gz",),
                (acts.archive_there,),
            ),
            Branch(
                "unpack",
                ['tar -xzf "$2"'],
                acts.unpack_folder,
                ("my  docs.tar.gz",),
                (acts.archive_there,),
            ),
        ),
    ),
    Commands(
        "build",
        (
            "[have the subcommands|take] build and clean, for the folder build",
            "make the folder build with build and remove it with clean",
            "build or clean: make the folder build, or delete it with all that is in it",
        ),
        "Makes the folder build, or removes it",
        (
            Branch(
                "build",
                ["mkdir -p build", 'echo "Built"'],
                acts.build,
                finds=(acts.built, acts.empty),
            ),
            Branch(
                "clean",
                ["rm -rf build", 'echo "Cleaned"'],
                acts.clean,
                finds=(acts.built, acts.empty),
            ),
        ),
    ),
    Commands(
        "counts",
        (
            "count the lines, words or characters of a file, by [a|the] subcommand",
            "take lines, words or chars and a file, and print that number of it",
            "print how many lines, words or bytes the file given second has, as the first "
            "argument says",
        ),
        "Counts the lines, words or characters of a file",
        (
            Branch("lines", ['wc -l < "$2"'], lambda world, given: ["2"], _FILE, (acts.two_lines,)),
            Branch("words", ['wc -w < "$2"'], lambda world, given: ["3"], _FILE, (acts.two_lines,)),
            Branch(
                "chars", ['wc -c < "$2"'], lambda world, given: ["14"], _FILE, (acts.two_lines,)
            ),
        ),
    ),
    Commands(
        "letters",
        (
            "print a text in upper or lower case, or its length, by [a|the] subcommand",
            "take upper, lower or length and a text, and print what becomes of it",
            "change the second argument to upper or lower case, or print its length, as the first "
            "one says",
        ),
        "Prints a text in upper or lower case, or its length",
        (
            Branch(
                "upper",
                ["echo \"$2\" | tr '[:lower:]' '[:upper:]'"],
                lambda world, given: ["AB  C"],
                ("aB  c",),
            ),
            Branch(
                "lower",
                ["echo \"$2\" | tr '[:upper:]' '[:lower:]'"],
                lambda world, given: ["ab  c"],
                ("aB  C",),
            ),
            Branch("length", ['echo "${#2}"'], lambda world, given: ["5"], ("aB  c",)),
        ),
    ),
    Commands(
        "sums",
        (
            "[calculate with two whole numbers|calculate]: add, sub or mul as the first argument",
            "take add, sub or mul and two numbers, and print the result",
            "be a [small|little] calculator: add 2 3, sub 2 3, mul 2 3",
        ),
        "Adds, subtracts or multiplies two numbers",
        (
            Branch("add", ["echo $(($2 + $3))"], lambda world, given: ["9"], ("7", "2")),
            Branch("sub", ["echo $(($2 - $3))"], lambda world, given: ["5"], ("7", "2")),
            Branch("mul", ["echo $(($2 * $3))"], lambda world, given: ["14"], ("7", "2")),
        ),
    ),
)
