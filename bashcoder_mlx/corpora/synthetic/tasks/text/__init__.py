"""Text: pipelines over lines and columns, rows of tables, edits with sed, sums."""
