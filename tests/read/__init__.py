"""YAML text becomes values with places, or problems in plain words."""
