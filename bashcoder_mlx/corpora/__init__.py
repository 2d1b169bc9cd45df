"""Where text comes from: documents, local files, generated ones, and mixing."""
