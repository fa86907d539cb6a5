"""Plans of small projects."""
