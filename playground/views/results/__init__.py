"""How well the network does, example by example: a table of rows, the confusion matrix, residuals."""
