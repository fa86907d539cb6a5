"""Cards: layout + theme → concrete layers → where words go → a list of marks → pixels."""
