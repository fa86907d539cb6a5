"""Tests of what will exist."""
