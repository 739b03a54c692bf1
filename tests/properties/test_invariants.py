"""The invariants of the clinical logic (I01 to I38).

I36 and I37 are kept by the pages (tests/web); what they ask of the overview itself is here.
"""

import pytest

from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.rulebook.check import ASK_MAY_NOT_READ, fields_behind
from decision_aid.rulebook.conditions import FindingLeaf, leaves
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE, OLD_AND_CHECKED, concerns
from tests.properties.promise import promise
from tests.strategies import everyone, people
from tests.support.shipped import shipped_engine, shipped_rulebook

RULEBOOK = shipped_rulebook()
OPTIONS = RULEBOOK.options
NEEDLES = {o.id for o in OPTIONS.values() if o.kind in {"procedure", "test"}}
STIMULATORS = {
    "spinal-cord-stimulation",
    "dorsal-root-ganglion-stimulation",
    "peripheral-nerve-stimulation",
    "intrathecal-drug-delivery",
    "intrathecal-baclofen",
}
#: Injections and heat treatments of the spine that a body advises against for long-lasting pain.
SPINE = {
    "lumbar-epidural-steroid-injection",
    "caudal-epidural-injection",
    "cervical-epidural-steroid-injection",
    "selective-nerve-root-block",
    "facet-joint-injection",
    "medial-branch-block",
    "lumbar-medial-branch-radiofrequency",
    "cervical-medial-branch-radiofrequency",
    "sacroiliac-joint-injection",
    "sacroiliac-lateral-branch-radiofrequency",
}
#: Options for which nothing that is told speaks: advised against, or hardly studied.
NEVER_ASKED = (
    "facet-joint-injection",
    "intradiscal-injection",
    "provocation-discography",
    "platelet-rich-plasma-injection",
    "cryoneurolysis",
    "sphenopalatine-ganglion-block",
    "paracetamol-medicines",
    "opioid-medicines",
)
LISTS = {
    q.id: [s.id for s in RULEBOOK.questions if s.sign_of == q.id]
    for q in RULEBOOK.questions
    if q.urgent_list
}
LONG = {"3_to_6_months", "6_to_12_months", "over_1_year"}
SPINE_PLACES = {"low_back", "buttock", "neck", "leg"}
EASED = {"half_relief", "most_relief"}
NOTHING = (NONE_OF_THESE,)
#: Nothing that could only add care.
NO_SAFETY_FACT = {
    "calm": True,
    "about_you": NOTHING,
    "conditions": NOTHING,
    "operations": NOTHING,
    "medicines": NOTHING,
    "allergies": NOTHING,
    "right_now": NOTHING,
    "other_regions": ("nowhere_else",),
}

#: People whose answers bring a good many options up.
BACK_PAIN = people(calm=True, main_region={"low_back", "buttock"}, duration=LONG, began="slowly")
NERVE_PAIN = people(
    calm=True,
    main_region={"low_back", "leg", "foot"},
    back_spread="below_knee",
    pain_features={("burning", "electric"), ("tingling_numb", "small_spot")},
    pain_average=8,
    operations={("back_surgery",), (NONE_OF_THESE,)},
)
LIMB_PAIN = people(
    calm=True,
    main_region={"arm", "hand", "leg", "foot"},
    told={("crps",), ("crps", "nerve_injury"), ("nerve_injury",), ("diabetic_nerve",)},
    pain_features=("burning", "touch_hurts", "small_spot"),
    pain_average=8,
    duration=LONG,
)
CANCER_PAIN = people(
    calm=True,
    conditions=("cancer_now",),
    cancer_link="from_cancer",
    cancer_control={"not_enough", "side_effects"},
    pain_average=8,
)
#: Pain down the leg, new and strong: the pain for which an injection is worth asking about.
NEW_LEG_PAIN = people(
    **NO_SAFETY_FACT,
    main_region={"low_back", "leg"},
    back_spread="below_knee",
    duration={"under_6_weeks", "6_to_12_weeks"},
    pain_average={7, 9},
)
NERVE_SPOT = people(
    **NO_SAFETY_FACT,
    main_region={"hand", "foot", "groin"},
    pain_features=("burning", "small_spot"),
    told=("nerve_injury",),
    tried_nerve_med={"not_at_all", "helped_a_little"},
    duration=LONG,
)
PATIENTS = BACK_PAIN | NERVE_PAIN | LIMB_PAIN | CANCER_PAIN


def patients(**wishes):
    """People with back, nerve or limb pain who also told this."""
    return (
        people(
            calm=True,
            main_region={"low_back", "buttock", "neck"},
            duration=LONG,
            pain_average=8,
            **wishes,
        )
        | people(
            calm=True,
            main_region={"low_back", "leg"},
            back_spread="below_knee",
            pain_average=8,
            **wishes,
        )
        | people(
            calm=True,
            main_region={"hand", "foot"},
            told=("crps",),
            pain_average=8,
            pain_features=("burning", "small_spot"),
            duration=LONG,
            **wishes,
        )
    )


def asks(overview, options=None):
    return [
        (entry, argument)
        for entry in overview.entries
        for argument in entry.of_kind("ask")
        if options is None or entry.option.id in options
    ]


def is_asked_about(options):
    return lambda overview: bool(asks(overview, options))


def worth_asking(overview):
    return {entry.option.id for entry in overview.section("worth-asking")}


def applying(overview, options):
    """The options of which the condition of their applies_when holds."""
    return {o for o in options if concerns(o) in overview.fired and overview.entry(o)}


def has_care(overview, option):
    return bool(overview.entry(option).of_kind("caution"))


def of_groups(*groups):
    return {
        o.id
        for o in OPTIONS.values()
        if o.kind in {"procedure", "test"} and set(groups) & set(o.groups)
    }


def takes_care_of(options):
    def claim(overview):
        for option in applying(overview, options):
            assert has_care(overview, option), option
            assert option not in worth_asking(overview)

    return claim


# Urgent signs


@promise(everyone() | people(calm=False), when=lambda overview: bool(overview.signs))
def test_i01_with_any_urgent_sign_no_option_is_asked_about(overview):
    assert () == overview.entries


@promise(everyone() | people(calm=False), when=lambda overview: bool(overview.signs))
def test_i02_a_sign_gives_an_urgency(overview):
    assert overview.urgency is not None


@pytest.mark.parametrize("listed", LISTS)
def test_i03_a_list_that_stays_not_sure_sign_by_sign_counts_as_all_its_signs(person, listed):
    told = _asked_for(person, listed)
    someone = person(**told, **{listed: NOT_SURE}, **dict.fromkeys(LISTS[listed], NOT_SURE))
    signs = {sign.id for sign in RULEBOOK.signs.values() if sign.asked_in == listed}

    assert signs <= someone.signs
    assert someone.urgency == "emergency"


@pytest.mark.parametrize("listed", LISTS)
def test_i03_a_list_that_is_not_sure_and_not_opened_is_an_emergency(person, listed):
    told = _asked_for(person, listed)
    someone = person(**told, **{listed: NOT_SURE}, **dict.fromkeys(LISTS[listed]))

    assert "emergency" == someone.urgency


@pytest.mark.parametrize(
    ("listed", "alone"), [(name, sign) for name, signs in LISTS.items() for sign in signs]
)
def test_i03_one_sign_that_stays_not_sure_counts_as_that_sign(person, listed, alone):
    told = _asked_for(person, listed)
    someone = person(**told, **{listed: NOT_SURE, alone: NOT_SURE})
    sign = next(
        s
        for s in RULEBOOK.signs.values()
        if s.asked_in == listed and alone in {leaf.field for leaf in leaves(_rule(s.id).when)}
    )

    assert {sign.id} == someone.signs
    assert sign.urgency == someone.urgency


def _rule(name):
    return next(rule for rule in RULEBOOK.rules if rule.id == name)


def _asked_for(person, listed):
    """The fewest answers with which a list is asked."""
    for region in RULEBOOK.fields["main_region"].choices:
        for about in ((NONE_OF_THESE,), ("recent_procedure",)):
            if person(main_region=region, about_you=about).is_asked(listed):
                return {"main_region": region, "about_you": about}
    raise AssertionError(f"{listed} is never asked")


@promise(people(safe_now={"yes", NOT_SURE}), when=lambda overview: overview.stop is None)
def test_i04_someone_who_may_not_be_safe_gets_help_in_a_crisis_first(overview):
    assert overview.crisis
    assert overview.signs[0].sign.crisis
    assert overview.urgency == "emergency"


# What an ask rests on


@promise(PATIENTS, when=is_asked_about(NEEDLES))
def test_i05_an_ask_for_a_procedure_or_test_implies_that_it_applies(overview):
    for entry, _ in asks(overview, NEEDLES):
        assert concerns(entry.option.id) in overview.fired


@promise(
    people(
        calm=True,
        main_region={"low_back", "buttock"},
        back_spread={"stays_in_back", "buttock_or_thigh"},
        duration=LONG,
        block_low_facet={"most_relief", "half_relief", "less_than_half"},
        pain_average={5, 8},
        conditions=NOTHING,
    ),
    when=is_asked_about({"lumbar-medial-branch-radiofrequency"}),
)
def test_i12_radiofrequency_of_the_low_back_is_only_asked_about_after_a_test_block_that_eased(
    overview,
):
    assert overview.counted["block_low_facet"] in EASED


@promise(
    people(calm=True, main_region="all_over", duration=LONG, pain_average=8)
    | people(calm=True, main_region="all_over", told={("crps", "disc_nerve"), ("shingles_nerve",)}),
    when=lambda overview: overview.counted.get("cancer_link") != "from_cancer",
)
def test_i18_pain_all_over_that_is_not_from_cancer_brings_no_procedure_up(overview):
    assert [] == asks(overview, NEEDLES)


@pytest.mark.parametrize(
    ("option", "block", "told", "enough", "pain"),
    [
        (
            "cervical-medial-branch-radiofrequency",
            "block_neck_facet",
            {"half_relief", "less_than_half"},
            {"half_relief"},
            {"main_region": "neck", "neck_spread": "stays_in_neck"},
        ),
        (
            "sacroiliac-lateral-branch-radiofrequency",
            "block_si",
            {"most_relief", "half_relief"},
            {"most_relief"},
            {"main_region": "buttock", "back_spread": "stays_in_back"},
        ),
        (
            "genicular-nerve-radiofrequency",
            "block_knee",
            {"half_relief", "less_than_half"},
            {"half_relief"},
            {"main_region": "knee", "told": ("osteoarthritis",), "operations": NOTHING},
        ),
    ],
    ids=["I13", "I14", "I15"],
)
def test_i13_to_i15_heat_treatment_is_only_asked_about_after_a_test_that_eased(
    option, block, told, enough, pain
):
    someone = {
        **NO_SAFETY_FACT,
        **pain,
        block: told,
        "duration": {"6_to_12_months", "over_1_year"},
        "pain_average": 8,
        "tried_exercise": "not_at_all",
        "tried_injection": "not_at_all",
        "care_weeks": "over_12_weeks",
    }

    @promise(people(whole=True, **someone), when=is_asked_about({option}))
    def only_then(overview):
        assert overview.counted[block] in enough

    only_then()


def with_headache(**but):
    """People for whom botulinum toxin may be asked about, but for these answers."""
    enough = {
        "headache_days": "15_plus",
        "migraine_days": "yes",
        "preventives_number": "three_or_more",
    }
    return people(
        **NO_SAFETY_FACT,
        **{**enough, **but},
        whole=True,
        main_region="head",
        tried_prevent="not_at_all",
        duration=LONG,
    )


@promise(
    with_headache(headache_days={"15_plus", "8_14"})
    | with_headache(migraine_days={"yes", "no", NOT_SURE})
    | with_headache(preventives_number={"three_or_more", "one_or_two"}),
    when=is_asked_about({"botulinum-toxin-chronic-migraine"}),
)
def test_i16_botulinum_is_only_asked_about_with_many_headache_days_and_three_preventers(overview):
    told = overview.counted
    assert ("15_plus", "yes", "three_or_more") == (
        told["headache_days"],
        told["migraine_days"],
        told["preventives_number"],
    )


@promise(
    people(
        **NO_SAFETY_FACT,
        main_region={"neck", "shoulder"},
        neck_spread={"stays_in_neck", "head_or_shoulder_blade"},
        duration={"6_to_12_months", "over_1_year"},
        pain_average=8,
        block_neck_facet={"most_relief", "half_relief"},
        tried_exercise="not_at_all",
        care_weeks="over_12_weeks",
        whole=True,
    ),
    when=is_asked_about({"cervical-medial-branch-radiofrequency"}),
)
def test_i22_heat_treatment_of_the_neck_is_only_asked_about_for_neck_pain(overview):
    assert "neck" == overview.counted["main_region"]


@promise(
    people(
        calm=True,
        conditions=("cancer_now",),
        cancer_link={"from_cancer", "from_treatment", "not_linked"},
        cancer_site={"upper_belly", "pelvis_lower_belly"},
        cancer_control={"not_enough", "side_effects"},
        pain_average=9,
        medicines=("opioid",),
        duration=LONG,
    ),
    when=is_asked_about(
        {
            "intrathecal-drug-delivery",
            "coeliac-plexus-block",
            "superior-hypogastric-plexus-block",
        }
    ),
)
def test_i23_pump_and_plexus_blocks_are_only_asked_about_where_pain_comes_from_cancer(overview):
    assert "from_cancer" == overview.counted["cancer_link"]


@pytest.mark.parametrize("option", NEVER_ASKED)
def test_i24_some_options_are_never_asked_about(option):
    rules = RULEBOOK.rules_about(option)

    assert rules
    assert "ask" not in {rule.effect.value for rule in rules}


@promise(
    people(age_band="18_49", main_region="neck", neck_spread="down_the_arm",
           urgent_high={("clumsy",), ("clumsy_worse",)}, urgent_spine=NOTHING),
    when=lambda overview: bool(overview.signs),
)  # fmt: skip
def test_i27_clumsy_hands_or_worse_walking_bring_no_neck_epidural_up(overview):
    assert overview.entry("cervical-epidural-steroid-injection") is None


@promise(NEW_LEG_PAIN | NERVE_SPOT | CANCER_PAIN, when=is_asked_about(NEEDLES))
def test_i25_an_ask_for_a_procedure_needs_one_place_or_cancer_or_shingles(overview):
    told = overview.counted
    assert (
        told["main_region"] != "all_over"
        or told.get("cancer_link") == "from_cancer"
        or told.get("began") == "after_shingles"
        or "shingles_nerve" in told.get("told", ())
    )


@promise(
    people(
        calm=True, main_region={"low_back", "buttock"}, back_spread="stays_in_back", pain_average=8
    ),
    when=lambda overview: "back-only" in overview.fired,
)
def test_i30_back_pain_that_only_stays_in_the_back_brings_no_epidural_up(overview):
    assert [] == asks(overview, {"lumbar-epidural-steroid-injection"})


@promise(NEW_LEG_PAIN, when=lambda overview: bool(worth_asking(overview) & NEEDLES))
def test_i31_a_procedure_worth_asking_about_rests_on_a_position_in_favour(overview):
    for entry in overview.section("worth-asking"):
        if entry.option.id in NEEDLES:
            favour = {name for p in entry.option.positions if p.stance == "for" for name in p.cites}
            cited = {name for argument in entry.of_kind("ask") for name in argument.cites}
            assert cited & favour, (entry.option.id, cited)


# Safety facts


def applies_somewhere(options):
    return lambda overview: bool(applying(overview, options))


@promise(patients(about_you=("pregnant_or_possible",)), when=applies_somewhere(NEEDLES))
def test_i06_in_pregnancy_no_procedure_that_applies_is_without_care(overview):
    takes_care_of(NEEDLES)(overview)


@promise(
    patients(right_now={("infection_or_antibiotics",), (NOT_SURE,)}),
    when=applies_somewhere(NEEDLES),
)
def test_i07_with_an_infection_or_not_sure_about_it_no_procedure_that_applies_is_without_care(
    overview,
):
    takes_care_of(NEEDLES)(overview)


@promise(
    patients(medicines=("blood_thinner",))
    | people(
        calm=True,
        conditions=("cancer_now",),
        cancer_link="from_cancer",
        medicines=("blood_thinner",),
    ),
    when=applies_somewhere(of_groups("bleeding-high", "bleeding-middle")),
)
def test_i08_with_a_blood_thinner_procedures_where_bleeding_matters_are_under_care(overview):
    takes_care_of(of_groups("bleeding-high", "bleeding-middle"))(overview)
    assert "blood-thinner" in {note.id for note in overview.notes}


@promise(
    people(
        calm=True,
        main_region={"low_back", "buttock"},
        back_spread={"stays_in_back", "buttock_or_thigh"},
        operations={
            ("pacemaker_icd",),
            ("nerve_stimulator",),
            ("drug_pump",),
            ("other_electronic",),
        },
    ),
    when=applies_somewhere(of_groups("radiofrequency")),
)
def test_i09_with_an_electronic_implant_radiofrequency_is_under_care(overview):
    takes_care_of(of_groups("radiofrequency"))(overview)


@promise(patients(allergies=("steroid",)), when=applies_somewhere(of_groups("steroid")))
def test_i29_with_a_steroid_allergy_options_that_use_one_are_under_care(overview):
    takes_care_of(of_groups("steroid"))(overview)


#: Choices that end the questionnaire or are said as a notice, and so need no note.
SAID_ELSEWHERE = {"find_out_cause"}
SAFETY = [
    (field.id, choice)
    for field in RULEBOOK.fields.values()
    if field.role == "safety"
    for choice in field.choices
    if choice != NONE_OF_THESE and choice not in SAID_ELSEWHERE
]


@pytest.mark.parametrize(("question", "choice"), SAFETY, ids=lambda value: value)
def test_i26_each_safety_answer_has_its_note_and_not_sure_too(person, question, choice):
    someone = person(main_region="knee", **{question: choice})
    without = person(main_region="knee")

    assert someone.notes - without.notes


# Sections


@promise(
    CANCER_PAIN
    | people(
        calm=True,
        main_region={"leg", "foot"},
        back_spread="below_knee",
        pain_average=8,
        pain_features=("burning", "electric"),
        operations=("back_surgery",),
        duration={"6_to_12_months", "over_1_year"},
        tried_nerve_med="not_at_all",
    ),
    when=is_asked_about(STIMULATORS),
)
def test_i10_a_stimulator_or_pump_is_never_asked_about_without_its_trial_first(overview):
    for entry, _ in asks(overview, STIMULATORS):
        assert entry.of_kind("first"), entry.option.id


@promise(PATIENTS | everyone(), when=lambda overview: bool(overview.entries))
def test_i11_a_stimulator_or_pump_never_stands_under_worth_asking_about(overview):
    assert set() == worth_asking(overview) & STIMULATORS


@promise(
    patients(conditions=("fibromyalgia",))
    | patients(other_regions=("much_of_body",))
    | people(calm=True, main_region="all_over"),
    when=lambda overview: "widespread-pain" in overview.fired,
)
def test_i17_with_widespread_pain_no_procedure_stands_under_worth_asking_about(overview):
    assert set() == worth_asking(overview) & NEEDLES


@promise(
    people(calm=True, main_region=SPINE_PLACES, duration=LONG, pain_average=8),
    when=applies_somewhere(SPINE),
)
def test_i19_with_long_pain_no_spine_injection_stands_under_worth_asking_about(overview):
    assert set() == worth_asking(overview) & SPINE


@promise(
    everyone() | people(calm=True),
    when=lambda o: not o.signs and not o.stop and "age_band" in o.counted,
)
def test_i20_without_urgency_no_procedure_is_a_way_to_ask_about(overview):
    assert overview.entry("no-procedure").of_kind("ask")


@promise(everyone() | PATIENTS, when=lambda overview: bool(overview.entries))
def test_i21_no_procedure_is_never_with_care_and_never_comes_later(overview):
    assert overview.entry("no-procedure").section in {"worth-asking", "other"}


@promise(people(calm=False, age_band="70_plus"), when=lambda overview: bool(overview.signs))
def test_i28_from_70_on_nothing_is_only_soon(overview):
    assert overview.urgency != "soon"


@promise(
    people(
        age_band="70_plus", main_region="low_back", urgent_low=("unsteady",), urgent_spine=NOTHING
    )
    | people(age_band="70_plus", main_region="neck", urgent_high=("clumsy",), urgent_spine=NOTHING)
    | people(
        calm=True,
        age_band="70_plus",
        conditions={("cancer_now",), ("cancer_past",)},
        cancer_link={"not_checked", NOT_SURE},
    ),
    when=lambda overview: any(told.sign.urgency == "soon" for told in overview.signs),
)
def test_i28_a_sign_that_could_wait_is_moved_up_from_70_on(overview):
    assert overview.urgency in {"same_day", "emergency"}


# What can be seen in the rules themselves


def test_i32_no_ask_reads_safety_answers_country_or_what_matters():
    for rule in RULEBOOK.rules:
        if rule.effect.value == "ask":
            roles = {RULEBOOK.fields[f].role for f in fields_behind(rule.when, RULEBOOK.findings)}
            assert not roles & ASK_MAY_NOT_READ, rule.id


@promise(PATIENTS, when=is_asked_about(None))
def test_i32_taking_safety_answers_away_takes_no_ask_away(overview):
    safety = {field.id for field in RULEBOOK.fields.values() if field.role == "safety"}
    calm = {name: (NONE_OF_THESE,) for name in overview.counted if name in safety}
    told = {k: v for k, v in overview.counted.items() if not k.startswith("urgent_after")}
    again = overview_of(Answers.of({**told, **calm}), RULEBOOK, shipped_engine())

    assert {a.rule for _, a in asks(overview)} == {a.rule for _, a in asks(again)}


def test_i33_no_ask_rests_on_the_absence_of_a_finding():
    for rule in RULEBOOK.rules:
        if rule.effect.value == "ask":
            assert not [
                leaf for leaf in leaves(rule.when) if isinstance(leaf, FindingLeaf) and leaf.negated
            ], rule.id


def test_i34_no_rule_reads_what_matters():
    sheet = {field.id for field in RULEBOOK.fields.values() if field.role == "sheet"}
    assert sheet

    for rule in RULEBOOK.rules:
        assert not sheet & fields_behind(rule.when, RULEBOOK.findings), rule.id


def test_i34_no_rule_changes_a_number():
    assert {"urgency", "stop", "notice", "finding", "note", "argument"} >= {
        rule.effect.kind for rule in RULEBOOK.rules
    }


def test_i35_every_urgent_choice_has_exactly_one_sign():
    for name in LISTS:
        choices = set(RULEBOOK.fields[name].choices) - {NONE_OF_THESE, OLD_AND_CHECKED, NOT_SURE}
        signs = [s.id for s in RULEBOOK.signs.values() if s.asked_in == name]
        read = [
            leaf.operand[0]
            for sign in signs
            for leaf in leaves(_rule(sign).when)
            if leaf.field == name
        ]

        assert sorted(choices) == sorted(read)


def test_i35_every_option_has_a_rule_and_every_rule_about_an_option_cites():
    assert OPTIONS.keys() == {
        r.effect.target for r in RULEBOOK.rules if r.effect.kind == "argument"
    }
    assert [] == [r.id for r in RULEBOOK.rules if r.effect.kind == "argument" and not r.cites]


@promise(everyone(), when=lambda o: not o.signs and not o.stop)
def test_i36_every_option_is_on_every_result(overview):
    assert OPTIONS.keys() == {entry.option.id for entry in overview.entries}


@promise(
    people(age_band="under_18") | people(about_this_pain={("tooth_or_gum",), ("new_injury",)}),
    when=lambda overview: overview.stop is not None,
)
def test_i37_a_reason_to_stop_shows_no_result(overview):
    assert () == overview.entries


@promise(PATIENTS, when=lambda overview: bool(overview.entries))
def test_i38_the_order_in_which_choices_were_ticked_plays_no_part(overview):
    backwards = {
        name: tuple(reversed(value)) if isinstance(value, tuple) else value
        for name, value in reversed(overview.counted.items())
    }
    again = overview_of(Answers.of(backwards), RULEBOOK, shipped_engine())

    assert (overview.fired, overview.urgency) == (again.fired, again.urgency)
    assert [(e.option.id, e.section) for e in overview.entries] == [
        (e.option.id, e.section) for e in again.entries
    ]
