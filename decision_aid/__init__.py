"""A rule-based, non-diagnostic decision aid for talks about interventional pain procedures.

Answers to a questionnaire go in; an overview of options with reasons, evidence on both
sides and the step that usually comes before comes out (:mod:`decision_aid.pipeline`).
"""
