"""The data package: read, checked, chosen from, typed, and each row with who says so."""
