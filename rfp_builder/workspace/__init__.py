"""One open project: the states of the road, and what each step does."""
