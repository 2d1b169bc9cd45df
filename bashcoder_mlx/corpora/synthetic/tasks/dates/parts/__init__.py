"""What the families of dates are composed of; no family itself."""
