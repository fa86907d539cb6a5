"""Files become one linked toolkit, or problems that say what to write instead."""
