"""What of a table of processes is left."""

from bashcoder_mlx.corpora.synthetic.tasks.processes.all import first_rows

__all__ = ["first_rows"]
