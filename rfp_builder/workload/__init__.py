"""From call history to headcount, hiring plan and should-cost: pure functions over values."""
