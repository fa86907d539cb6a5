"""The house around the package: scripts, locks, workflows, words for newcomers."""
