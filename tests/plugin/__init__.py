"""The door for MkDocs."""
