"""Network → files in formats that other tools read. One module a format: ``to_…`` and ``write``."""
