"""Sentences → mentions: who and what is named, where, when and how much."""
