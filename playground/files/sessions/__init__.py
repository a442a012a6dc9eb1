"""The session file, ending `.playground`: everything a person did, in one file that plain numpy opens.

It is an uncompressed `.npz`: the arrays of a weights file by the same names, the JSON text `session` that says what
everything is, and the arrays `rows_0`, `rows_1` …, in which all vectors of equal length and type are stacked. The text
refers to stretches of these rows, see `document`.
"""
