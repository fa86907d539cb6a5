"""The campaigns in this repository say what their documents say, in our own words."""
