"""Files to take away: cards that carry their words, lists, zips, print sheets and frames."""
