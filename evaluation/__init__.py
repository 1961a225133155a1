"""How good the importer is, measured on annotated documents that lie outside of the project: ``python -m evaluation``.

``gold`` reads the annotations, ``compare`` holds an export against them, ``report`` writes figures and slips.
The format of the annotations is described in ``README.md`` beside this file.
"""
