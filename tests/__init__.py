"""The tests: one folder for each package of ``graph/``, and ``support`` with what they share."""
