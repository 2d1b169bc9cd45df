"""Text that we write: pairs of English and bash, each command verified, and short stories."""
