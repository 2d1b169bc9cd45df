"""Disk space: df, du, the largest entries, mounting, block devices, inodes."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import HERE, top
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import FOLDER
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.world import World

_SHOW = "[show|print|display|check|list]"
_LARGEST = "[largest|biggest]"
# Sizes on disk depend on the file system: the stand-in for du counts bytes and prints nK, which is
# a readable size that `sort -h` understands.
_DU = """\
HOME=home
du() {
    local words=() word
    for word in "$@"; do
        case $word in -h) word=-b ;; -sh) word=-sb ;; -ah) word=-ab ;; -ch) word=-cb ;; -ash) word=-asb ;; esac
        words+=("$word")
    done
    command du --apparent-size "${words[@]/#\\//}" | awk -F'\\t' '{print int($1 / 100000) "K\\t" $2}'
}"""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _free()
    yield from _used()
    for where in (False, True):
        yield from _ranked(where)
    yield from _devices()


def _task(name: str, run, say, explain: str, setup, expect, ask=(), mac=None, **more):
    return text_task(f"disk.{name}", say, run, [explain], setup, expect, ask, mac, slots={**FOLDER, **more.pop("slots", {})}, **more)  # fmt: skip


def _called(run: str):
    """An oracle of stubs: the words of the command with the values in them."""

    def expect(world: World, s: Bound) -> Outcome:
        values = {name: value.data for name, value in s.items()}
        return Outcome(calls=[[word.format(**values) for word in run.split()]])

    return expect


def _free() -> Iterator[Task]:
    where = {"": ("on all [disks|file systems|drives]", "of all mounted file systems"), "-here": ("on [this disk|the disk of this folder|the file system of the current directory]", "of the file system of the current directory"),
             "-dir": ("on the [disk|file system] [that holds|of|with] {dir}", "of the file system that holds {dir}"), "-root": ("on the root [file system|partition]", "of the root file system")}  # fmt: skip
    argument = {"": "", "-here": " .", "-dir": " {dir}", "-root": " /"}
    for key, flags, nouns, does, mac in (
        ("free", "-h", "[the free space|the free disk space|how much space is left|the disk usage in readable sizes]", "Prints the free and used space", None),
        ("blocks", "-k", "the free and used space in kilobytes", "Prints the free and used space in kilobytes", None),
        ("inodes", "-i", "[the number of free inodes|the inode usage|used and free inodes]", "Prints the used and free inodes", None),
        ("types", "-Th", "the [type|file system type] and the free space", "Prints the type and the free space", ""),
        ("si", "-H", "the free space in powers of 1000", "Prints the free and used space in units of 1000", None),
        ("portable", "-P", "the free space in the POSIX format, one line each", "Prints the free and used space in the POSIX format", None),
    ):  # fmt: skip
        for end, (said, plain) in where.items():
            if key in ("si", "portable", "blocks") and end == "-root":
                continue
            ask = {"": ["how full are [the|my] disks?", "how much disk space is left?"], "-here": ["is this disk full?", "how full is this disk?"], "-dir": ["how full is the disk with {dir}?"], "-root": ["how full is the root partition?"]}[end] if key == "free" else []  # fmt: skip
            run = f"df {flags}{argument[end]}"
            yield _task(
                f"{key}{end}", run, [f"{_SHOW} {nouns} {said}"], f"{does} {plain}.", nothing, _called(run), ask, mac=mac, stubs=("df",),
                slots={"dir": SLOTS["dir"]} if end == "-dir" else {}, weight=3 if key == "free" else 0.7,
            )  # fmt: skip
    table = "df() { printf 'Filesystem 1K-blocks Used Available Use%% Mounted on\\n/dev/sda1 100 91 9 91%% /\\n/dev/sdb1 100 20 80 20%% /data\\n/dev/sdc1 100 99 1 99%% /srv\\n'; }"
    for key, run, say, does, lines, mac in (
        ("percent-root", "df -P / | awk 'NR == 2 {print $5}'", ["[print|show] [only|just] the percentage used [of|on] the root file system", "[print|show] how many percent of the root partition are used"], "Prints the percentage used of the root file system.", ["91%"], None),
        ("available-here", "df -Pk . | awk 'NR == 2 {print $4}'", ["[print|show] only the free kilobytes on [this disk|the disk of this folder]"], "Prints the free kilobytes of the file system of the current directory.", ["9"], None),
        ("above", "df -P | awk 'NR > 1 && $5 + 0 > {percent}'", ["[list|show] [the|] file systems that are more than {percent}% full", "[list|find] [disks|partitions] with more than {percent}% used"], "Lists the file systems that are more than {percent}% full.", None, None),
        ("fullest", "df -P | tail -n +2 | sort -k5,5rn", ["[list|show] the file systems sorted by how full they are, fullest first"], "Lists the file systems, fullest first.", ["/dev/sdc1 100 99 1 99% /srv", "/dev/sda1 100 91 9 91% /", "/dev/sdb1 100 20 80 20% /data"], None),
        ("mount-point", "df -P {path} | awk 'NR == 2 {print $6}'", ["[print|show] the mount point of the [disk|file system] [that holds|of] {path}", "[print|show] on which mounted file system {path} is"], "Prints where the file system that holds {path} is mounted.", ["/"], None),
    ):  # fmt: skip

        def expect(world: World, s: Bound, lines=lines) -> list[str]:
            rows = (
                ("/dev/sda1 100 91 9 91% /", 91),
                ("/dev/sdb1 100 20 80 20% /data", 20),
                ("/dev/sdc1 100 99 1 99% /srv", 99),
            )
            return lines or [row for row, used in rows if used > s.percent]

        yield _task(key, run, say, does, nothing, expect, mac=mac, before=table)
    yield _task("total", "df -h --total | tail -n 1", ["[show|print] the total size and free space of all file systems together"], "Prints the sums of size and free space of all file systems.", nothing, lambda world, s: ["total 5"], mac="", before="df() { printf 'a 2\\nb 3\\ntotal 5\\n'; }")  # fmt: skip
    yield _task("only-type", "df -h -t {fs}", ["[show|list] the free space of [all|the] {fs} file systems [only|]"], "Prints the free space of the {fs} file systems.", nothing, _called("df -h -t {fs}"), mac="", stubs=("df",), slots={"fs": one_of("ext4", "xfs", "btrfs", "vfat", "nfs", "tmpfs")})  # fmt: skip
    yield _task("not-type", "df -h -x {fs}", ["[show|list] the free space of all file systems [except|but not|without] {fs}"], "Prints the free space of all file systems except {fs}.", nothing, _called("df -h -x {fs}"), mac="", stubs=("df",), slots={"fs": one_of("tmpfs", "squashfs", "overlay", "nfs", "vfat")})  # fmt: skip


def _sized(world: World, s: Bound) -> None:
    for path, size in (
        ("music/a.bin", 2),
        ("music/old/b.bin", 3),
        ("docs/c.bin", 1),
        ("video clips/d.bin", 7),
        ("e.bin", 4),
        (".cache/f.bin", 9),
    ):
        world.file(f"{top(s)}/{path}", b"\0" * (size * 100_000 + 400))
    if "dir" in s:
        world.file("outside.bin", b"\0" * 500)


_SIZES = {"music": 5, "docs": 1, "video clips": 7, "e.bin": 4, ".cache": 9, ".": 26}


def _lines(s: Bound, names, key=None, prefix: str = "") -> list[str]:
    found = sorted(names, key=lambda name: -_SIZES[name.rstrip("/")]) if key else names
    size = lambda name: _SIZES[name.rstrip("/")]
    return [
        f"{size(name)}K\t{prefix}{name}" if name != "." else f"{size(name)}K\t{top(s)}"
        for name in found
    ]


def _used() -> Iterator[Task]:
    yield _task(
        "folder", "du -sh {dir}", ["[show|print|get] the [total|] size of {dir}", "[show|print] how [much space {dir} uses|big {dir} is]", "[show|measure] the disk usage of {dir}"], "Prints how much space {dir} takes.", _sized,
        lambda world, s: [f"26K\t{top(s)}"], ["how [big|large] is {dir}?", "size of {dir}", "how much space does {dir} [take|use]?"], before=_DU, weight=5,
    )  # fmt: skip
    yield _task(
        "here", "du -sh .", ["[show|print|get] the [total|] size of [this folder|the current directory]", "[show|print] how much space this folder uses"], "Prints how much space the current directory takes.", _sized,
        lambda world, s: ["26K\t."], ["how [big|large] is this folder?", "total size of the current directory"], before=_DU, weight=3,
    )  # fmt: skip
    yield text_task(
        "disk.file", ["[show|print] the size of {path} [on disk|in readable units]", "[show|print] how much disk space {path} [takes|uses]"], "du -h {path}", ["Prints how much space {path} takes on the disk."],
        lambda world, s: world.file(s.path, b"\0" * 550_000), lambda world, s: [f"5K\t{s.path}"], ["how much space does {path} take?"], before=_DU, weight=2,
    )  # fmt: skip
    yield text_task(
        "disk.kind-total", [f"[show|print] the total size of [all|all the|the] {{kind}} {HERE}", "add up the sizes of the {kind} [here|in this folder]"], "du -ch *.{kind.ext} | tail -n 1", ["Prints the total size of the {kind} in the current directory."],
        lambda world, s: silent(*(world.file(n, b"\0" * 303_000) for n in (f"a.{s.kind}", f"b c.{s.kind}", f"d.{s.kind}x"))), lambda world, s: ["6K\ttotal"], ["how much space do the {kind} here take [together|in total]?"], before=_DU,
    )  # fmt: skip
    yield text_task(
        "disk.two-total", ["[show|print] the sizes of {dir} and {dir2} and their total", "[show|print] how much {dir} and {dir2} take [each|] and together"], "du -csh {dir} {dir2}", ["Prints the sizes of {dir} and {dir2} and their sum."],
        nothing, lambda world, s: Outcome(calls=[["du", "-csh", s.dir, s.dir2]]), stubs=("du",),
    )  # fmt: skip
    yield _megabytes()
    yield _task(
        "skip", "du -sh --exclude={stem} {dir}", ["[show|print] the size of {dir} without [the folder|] {stem}", "[show|measure] how big {dir} is, leaving out {stem}"], "Prints the size of {dir} without {stem}.",
        lambda world, s: silent(_sized(world, s), world.file(f"{top(s)}/{s.stem}/big.bin", b"\0" * 500_000)), lambda world, s: [f"26K\t{top(s)}"], mac="du -sh -I {stem} {dir}", before=_DU,
    )  # fmt: skip


def _megabytes() -> Task:
    return text_task(
        "disk.megabytes", ["[show|print] the size of {dir} in [whole|] megabytes", "[show|print] how many megabytes {dir} takes"], "du -sm {dir}", ["Prints the size of {dir} in megabytes."],
        nothing, lambda world, s: Outcome(calls=[["du", "-sm", s.dir]]), ["how many megabytes is {dir}?"], stubs=("du",), mac=None,
    )  # fmt: skip


def _ranked(inside: bool) -> Iterator[Task]:
    end, where = ("-dir", "[in|inside|of] {dir}") if inside else ("", HERE)
    base, plain = ("{dir}/", "{dir}") if inside else ("", "the current directory")
    names, folders = ["docs", "e.bin", "music", "video clips"], ["docs/", "music/", "video clips/"]
    slots = {"dir": SLOTS["dir"]}

    def task(name, run, say, explain, pick, ask=(), **more):
        def expect(world: World, s: Bound) -> list[str]:
            chosen, key = pick
            found = _lines(s, chosen, key, f"{s.dir}/" if inside else "")
            return found[: s.count] if "count" in s else found

        return _task(
            f"{name}{end}", run, say, explain, _sized, expect, ask, slots=slots, before=_DU, **more
        )

    yield task(
        "each",
        f"du -sh {base}*",
        [
            f"[show|print|list] the size of [everything|each entry|each file and folder] {where}",
            f"[show|list] how big [everything|each entry] {where} is",
        ],
        f"Prints the size of every entry of {plain}.",
        (names, None),
        weight=2,
    )
    yield task(
        "each-folder",
        f"du -sh {base}*/",
        [
            f"[show|print|list] the size of [each|every] [folder|subfolder|directory] {where}",
            f"[show|list] how big the [folders|subfolders] {where} are",
        ],
        f"Prints the size of every directory of {plain}.",
        (folders, None),
        [f"how big are the folders {where}?"],
        weight=2,
    )
    yield task(
        "sorted",
        f"du -sh {base}* | sort -rh",
        [
            f"[show|list] [the files and folders|everything] {where} by size, [{_LARGEST[1:-1]}] first",
            f"[show|list] the sizes of [everything|all files and folders] {where}, {_LARGEST} first",
        ],
        f"Lists the entries of {plain} with their sizes, largest first.",
        (names, True),
        weight=2,
    )
    yield task(
        "sorted-folders",
        f"du -sh {base}*/ | sort -rh",
        [
            f"[show|list] the [folders|subfolders|directories] {where} by size, {_LARGEST} first",
            f"sort the [folders|subfolders] {where} by size, {_LARGEST} first",
        ],
        f"Lists the directories of {plain} with their sizes, largest first.",
        (folders, True),
        weight=2,
    )
    yield task(
        "largest",
        f"du -sh {base}* | sort -rh | head -n {{count}}",
        [
            f"[show|list|find] the {{count}} {_LARGEST} [files and folders|things|entries] {where}",
            f"[show|list] the top {{count}} space users {where}",
        ],
        f"Lists the {{count}} largest entries of {plain} with their sizes.",
        (names, True),
        ["what takes the most space " + where + "? the top {count}"],
        weight=3,
    )
    yield task(
        "largest-folders",
        f"du -sh {base}*/ | sort -rh | head -n {{count}}",
        [f"[show|list|find] the {{count}} {_LARGEST} [folders|subfolders|directories] {where}"],
        f"Lists the {{count}} largest directories of {plain} with their sizes.",
        (folders, True),
        [f"what are the {{count}} {_LARGEST} folders {where}?"],
        weight=3,
    )
    yield task(
        "largest-one",
        f"du -sh {base}* | sort -rh | head -n 1",
        [
            f"[show|find] the single {_LARGEST} [file or folder|entry] {where}",
            f"[show|find] what takes the most space {where}",
        ],
        f"Prints the largest entry of {plain} with its size.",
        (["video clips"], True),
    )
    yield task(
        "largest-folder-one",
        f"du -sh {base}*/ | sort -rh | head -n 1",
        [f"[show|find] the {_LARGEST} [folder|subfolder|directory] {where}"],
        f"Prints the largest directory of {plain} with its size.",
        (["video clips/"], True),
        [f"which folder {where} is [the|] {_LARGEST}?"],
        weight=1.5,
    )
    argument = " {dir}" if inside else ""
    depth = lambda s: ["music", "docs", "video clips", ".cache", "."]

    def below(name, run, say, explain, count=False):
        def expect(world: World, s: Bound) -> list[str]:
            found = [
                f"{_SIZES[n]}K\t{top(s) if n == '.' else f'{top(s)}/{n}' if inside else f'./{n}'}"
                for n in sorted(depth(s), key=lambda n: -_SIZES[n])
            ]
            return found[: s.count] if count else found

        return _task(f"{name}{end}", run, say, explain, _sized, expect, before=_DU)

    yield below(
        "depth-one",
        f"du -h -d 1{argument} | sort -rh",
        [
            f"[show|list] the disk usage {where} one level deep, {_LARGEST} first",
            f"[show|list] the sizes of all [folders|directories] {where}, hidden ones too, and the total, {_LARGEST} first",
        ],
        f"Lists {plain} and the directories in it with their sizes, largest first.",
    )
    yield below(
        "depth-one-top",
        f"du -h -d 1{argument} | sort -rh | head -n {{count}}",
        [
            f"[show|list] the {{count}} largest lines of the disk usage {where} one level deep",
            f"[show|list] the {{count}} {_LARGEST} of the total and the [folders|directories] {where}, hidden ones too",
        ],
        f"Lists the {{count}} largest of {plain} and the directories in it.",
        True,
    )


def _devices() -> Iterator[Task]:
    device = one_of(
        "/dev/sdb1",
        "/dev/sdc1",
        "/dev/sda2",
        "/dev/nvme0n1p3",
        "/dev/vdb1",
        "/dev/mmcblk0p1",
        "/dev/sdd1",
    )
    point = one_of(
        "/mnt", "/mnt/usb", "/media/disk", "/mnt/backup", "/mnt/data", "/srv/data", "/media/usb"
    )
    image = lambda draw, spaced: SLOTS["stem"](draw, False)
    slots = {
        "device": device,
        "point": point,
        "image": image,
        "fs": one_of("ext4", "xfs", "vfat", "ntfs", "btrfs", "exfat"),
        "label": one_of("DATA", "BACKUP", "USB", "PHOTOS", "ROOT"),
    }
    for key, run, say, does, mac in (
        ("lsblk-sizes", "lsblk -o NAME,SIZE,TYPE,MOUNTPOINT", ["[list|show] name, size, type and mount point of [all|the] [disks|block devices]"], "Lists the disks and partitions with size, type and mount point.", ""),
        ("lsblk-disks", "lsblk -d", ["[list|show] only the disks, not [their|the] partitions"], "Lists the disks without their partitions.", ""),
        ("blkid", "sudo blkid {device}", ["[show|print] the UUID and the file system type of {device}", "[show|print] the UUID of the partition {device}"], "Prints UUID and file system type of {device}.", ""),
        ("mounts", "mount", ["[list|show] [everything that is mounted|the mounted file systems|all mounts]"], "Lists the mounted file systems.", None),
        ("findmnt", "findmnt {point}", ["[show|print] what is mounted at {point}", "[show|print] the device mounted on {point}"], "Prints what is mounted at {point}.", ""),
        ("findmnt-path", "findmnt -T {path}", ["[show|print] the mount that {path} is on", "[show|find] the file system that holds {path}, with its mount options"], "Prints the mounted file system that holds {path}.", ""),
        ("mount", "sudo mount {device} {point}", ["mount {device} [on|at|to] {point}", "attach the partition {device} at {point}"], "Mounts {device} at {point}.", ""),
        ("mount-type", "sudo mount -t {fs} {device} {point}", ["mount {device} as {fs} [on|at] {point}", "mount the {fs} file system {device} [on|at] {point}"], "Mounts the {fs} file system of {device} at {point}.", ""),
        ("mount-read-only", "sudo mount -o ro {device} {point}", ["mount {device} read-only [on|at] {point}", "mount {device} [on|at] {point} without write access"], "Mounts {device} at {point}, read-only.", ""),
        ("mount-remount", "sudo mount -o remount,rw {point}", ["remount {point} [with write access|read-write|writable]", "make the file system mounted at {point} writable again"], "Remounts {point} with write access.", ""),
        ("mount-remount-ro", "sudo mount -o remount,ro {point}", ["remount {point} read-only", "make the file system mounted at {point} read-only"], "Remounts {point} read-only.", ""),
        ("mount-image", "sudo mount -o loop {image}.iso {point}", ["mount the [ISO image|disk image] {image}.iso [on|at] {point}", "mount {image}.iso at {point}"], "Mounts the image {image}.iso at {point}.", ""),
        ("mount-bind", "sudo mount --bind {dir} {point}", ["[bind mount|bind] {dir} [at|to] {point}", "make {dir} also appear at {point} with a bind mount"], "Makes {dir} appear at {point} too.", ""),
        ("mount-all", "sudo mount -a", ["mount everything [listed|] in /etc/fstab", "mount all file systems of fstab"], "Mounts everything that /etc/fstab lists.", None),
        ("umount", "sudo umount {point}", ["unmount {point}", "unmount what is mounted at {point}", "umount {point}"], "Unmounts {point}.", None),
        ("umount-device", "sudo umount {device}", ["unmount {device}", "unmount the partition {device}"], "Unmounts {device}.", ""),
        ("umount-lazy", "sudo umount -l {point}", ["unmount {point} [lazily|as soon as it is no longer busy]"], "Unmounts {point} as soon as it is no longer in use.", ""),
        ("fdisk", "sudo fdisk -l {device}", ["[show|list|print] the partition table of {device}"], "Prints the partition table of {device}.", ""),
        ("fdisk-all", "sudo fdisk -l", ["[show|list] the partition tables of all disks", "[show|list] all disks and partitions with fdisk"], "Prints the partition tables of all disks.", ""),
        ("check", "sudo fsck {device}", ["check the file system [on|of] {device}", "check {device} for file system errors"], "Checks the file system on {device}.", ""),
        ("sync", "sync", ["[write|flush] all cached data to [disk|the disks]", "make sure [that|] everything is written to disk"], "Writes all cached data to the disks.", None),
    ):  # fmt: skip
        yield _task(
            key,
            run,
            say,
            does,
            nothing,
            _called(run),
            mac=mac,
            stubs=(run.split()[0],),
            slots=slots,
            weight=0.8,
        )
