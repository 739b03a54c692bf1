"""The shapes of the rule files, as strict and frozen pydantic models, one module a folder.

They check what one record can know of itself: keys, types, lengths, dates in order,
numbers that add up. What needs other files (does this source exist?) is in
:mod:`decision_aid.rulebook.check`. Conditions are kept raw here and read by
:mod:`decision_aid.rulebook.condition_reader`.
"""

from decision_aid.rulebook.records.aftercare import (
    AdviceRecord,
    AftercareFile,
    PaperRecord,
    WatchRecord,
    WatchUrgency,
)
from decision_aid.rulebook.records.base import Name, Record, Text
from decision_aid.rulebook.records.findings import FindingsFile
from decision_aid.rulebook.records.matters import ConcernRecord, FactRecord, MattersFile
from decision_aid.rulebook.records.options import (
    ArgumentKind,
    Certainty,
    Effect,
    Option,
    OptionKind,
    Outcome,
    Position,
    Stance,
    Statement,
)
from decision_aid.rulebook.records.places import PainPlace, PlacesFile
from decision_aid.rulebook.records.questionnaire import (
    ChoiceRecord,
    QuestionRecord,
    Role,
    ScreenRecord,
    SectionFile,
)
from decision_aid.rulebook.records.ready import Help, ReadyFile, ReadyQuestion
from decision_aid.rulebook.records.safety import OnSheet, SafetyFile, SharedCautionRecord
from decision_aid.rulebook.records.sources import (
    Change,
    Edition,
    GlossaryFile,
    NotYet,
    Source,
    SourceKind,
    SourcesFile,
    Term,
)
from decision_aid.rulebook.records.translation import TranslatedText, TranslationFile
from decision_aid.rulebook.records.urgent import (
    CardRecord,
    CareFile,
    CountryRecord,
    NoticeRecord,
    NumberRecord,
    OutOfScopeFile,
    SignRecord,
    StopRecord,
    Urgency,
    UrgencyRulesFile,
    UrgentListFile,
)

__all__ = [
    "AdviceRecord",
    "AftercareFile",
    "ArgumentKind",
    "CardRecord",
    "CareFile",
    "Certainty",
    "Change",
    "ChoiceRecord",
    "ConcernRecord",
    "CountryRecord",
    "Edition",
    "Effect",
    "FactRecord",
    "FindingsFile",
    "GlossaryFile",
    "Help",
    "MattersFile",
    "Name",
    "NotYet",
    "NoticeRecord",
    "NumberRecord",
    "OnSheet",
    "Option",
    "OptionKind",
    "OutOfScopeFile",
    "Outcome",
    "PainPlace",
    "PaperRecord",
    "PlacesFile",
    "Position",
    "QuestionRecord",
    "ReadyFile",
    "ReadyQuestion",
    "Record",
    "Role",
    "SafetyFile",
    "ScreenRecord",
    "SectionFile",
    "SharedCautionRecord",
    "SignRecord",
    "Source",
    "SourceKind",
    "SourcesFile",
    "Stance",
    "Statement",
    "StopRecord",
    "Term",
    "Text",
    "TranslatedText",
    "TranslationFile",
    "Urgency",
    "UrgencyRulesFile",
    "UrgentListFile",
    "WatchRecord",
    "WatchUrgency",
]
