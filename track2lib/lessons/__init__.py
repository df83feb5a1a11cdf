"""Questions, grading, feedback, hints and progress; the questions stand in `questions/`."""
