"""Document → sentences: layout undone, capitals restored, each character still knowing where it stood."""
