"""The wizard question by question: plain lines, for screen readers and simple terminals."""
