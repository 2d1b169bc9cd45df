"""The built-in corpus, all of our own writing: short stories, and prompts with bash commands."""
