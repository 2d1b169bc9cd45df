"""Copies with their folders, by cp --parents."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.single import task_in
from bashcoder_mlx.trial.world import World


def with_folders() -> Task:
    """Copies the files of a kind, each with the folders that lead to it."""

    def setup(world: World, s: Bound) -> None:
        world.dir(s.dir2)
        for name in ("a", "d/e f"):
            for ending in (s.kind, "zzz"):
                world.file(f"p/{name}.{ending}", f"{name}\n")
        world.file(f"{s.dir2}/kept.{s.kind}", "kept\n")
        world.file(f"front.{s.kind}", "x\n")
        world.dir(f"p/folder.{s.kind}")

    def expect(world: World, s: Bound) -> None:
        for path in world.files(".", f"*.{s.kind}"):
            if not path.startswith(f"{s.dir2}/"):
                world.copy(path, f"{s.dir2}/{path}")

    return task_in(
        HERE,
        "find/special.copy-with-folders",
        {
            "linux": "find . -type f -name {kind} -not -path './{dir2}/*' -exec cp --parents {} "
            "{dir2}/ \\;"
        },
        """
        copy all {kind}<where> [to|into] {dir2}, keeping [their|the] folder structure
        copy all {kind}<where> [to|into] {dir2} with their [folders|paths|subfolders]
        use find and cp --parents to copy all {kind}<where> [to|into] {dir2}
        copy all {kind}<where> below {dir2}, each in the folder that it has
        """,
        "Copies the {kind}<where> into {dir2}, with their folders.",
        ask="""
        all {kind}<where> to {dir2}, by cp --parents
        how do I copy {kind}<where> to {dir2} so that each keeps its folder?
        {dir2} should hold all {kind}<where> in the same subfolders
        I want the {kind}<where> elsewhere, in {dir2}, same structure
        """,
        setup=setup,
        expect=expect,
        slots={"dir2": SLOTS["dir"]},
        before="exec 2>&1",
    )
