"""What the families of text share: values of their slots, sample lines, tables, their tasks."""
