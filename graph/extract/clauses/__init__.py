"""The clause view of a sentence: phrases and verb groups, what stands around them, and how sure the words are."""
