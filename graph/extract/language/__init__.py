"""Words: rule files and word lists read and checked, and what a single word is."""
