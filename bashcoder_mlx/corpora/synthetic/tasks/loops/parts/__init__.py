"""What loops are put together from."""
