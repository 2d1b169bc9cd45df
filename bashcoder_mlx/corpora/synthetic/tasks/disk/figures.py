"""What df prints about file systems that are full, or about one device."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_TABLE = {
    "/dev/sda1": "/dev/sda1 100 91 9 91% /",
    "/dev/sdb1": "/dev/sdb1 100 20 80 20% /data",
    "/dev/sdc1": "/dev/sdc1 100 99 1 99% /srv",
}


def above(world: World, s: Bound) -> list[str]:
    """The lines of the file systems with more than that percentage."""
    just = f"/dev/sdd1 9 1 9 {s.percent + 1}% /var"
    return ["/dev/sde1 5 5 0 100% /old", "/dev/sdc1 100 99 1 100% /srv", just]


def line_of_device(world: World, s: Bound) -> list[str]:
    """The line of one device."""
    return [_TABLE[s.source]]
