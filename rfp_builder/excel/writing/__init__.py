"""The house style of our workbooks, and writing tables by the columns that read them back."""
