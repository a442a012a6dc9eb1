"""The editor of lessons: a form built from the table of the format, and the list of the steps."""
