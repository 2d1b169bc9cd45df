"""What the families of find are composed of; no family itself."""
