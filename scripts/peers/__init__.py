"""Other makers of share cards, each given the same job, so that our speed is said beside theirs."""
