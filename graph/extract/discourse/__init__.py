"""From sentence to sentence: who "he" or "the judge" is, who speaks, when and where it happened."""
