"""What awk calculates with the values of columns, and the table that it is tried on."""
