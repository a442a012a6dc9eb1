"""Formulas: LaTeX of the tables typeset into pictures, for labels, painters and tooltips."""

from playground.views.formulas.label import FormulaLabel, FormulaTip, Typesetter, tip_html
from playground.views.formulas.picture import formula_html, formula_picture
from playground.views.formulas.typesetting import Formula, is_typeset, typeset

__all__ = [
    "Formula",
    "FormulaLabel",
    "FormulaTip",
    "Typesetter",
    "formula_html",
    "formula_picture",
    "is_typeset",
    "tip_html",
    "typeset",
]
