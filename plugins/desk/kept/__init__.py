"""What was read of a content folder, kept for the next run: as JSON, taken apart only where it is used."""
