"""The parts of a workbook, read one by one from a package that passed the gate."""
