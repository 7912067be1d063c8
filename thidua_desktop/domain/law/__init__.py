"""The law of the day as data: which regime, what an award asks for, what money goes with it."""
