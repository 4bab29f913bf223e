"""The parts of the criteria screen: tree with points, method, evaluators, agreement."""
