"""Files and folders: making, copying, moving, removing, listing, comparing."""
