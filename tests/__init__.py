"""What the toolkit promises, one file per room."""
