"""Parts of scripts: the skeleton, ways to be given a file, what is done, and tables of texts."""
