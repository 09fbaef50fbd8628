"""The documents as type checkers see them, made from `schemas/` by `make types`; do not edit."""

from typing import Any, Literal, NotRequired, TypedDict

__all__ = ["Answers", "Norm", "Report"]


class AnswersNorm(TypedDict):
    id: str
    version: str


class AnswersProfileDates(TypedDict):
    first_audit: NotRequired[str]
    result_communicated: NotRequired[str]
    registered: NotRequired[str]
    registration_end: NotRequired[str]
    application: NotRequired[str]


class AnswersProfileSites(TypedDict):
    belgium: NotRequired[int]
    abroad: NotRequired[int]


class AnswersProfile(TypedDict):
    provider_kind: NotRequired[Literal["private", "public"]]
    already_registered: NotRequired[bool]
    application: NotRequired[
        Literal["first", "renewal", "conditional_follow_up", "starter_part_2", "additional_audit", "registered"]
    ]
    services: NotRequired[list[Literal["training", "advice"]]]
    advice_is_cybersecurity: NotRequired[bool]
    starter: NotRequired[bool]
    follow_up_pending: NotRequired[bool]
    passed_requirements: NotRequired[list[str]]
    dates: NotRequired[AnswersProfileDates]
    deployed_people: NotRequired[int]
    sites: NotRequired[AnswersProfileSites]
    files_last_12_months: NotRequired[int]
    certificates: NotRequired[list[Literal["qfor", "iso_9001", "iab", "bibf", "ibr", "itaa", "other_label"]]]
    qfor_modules: NotRequired[list[Literal["process_scan", "client_scan"]]]
    legal_form: NotRequired[Literal["legal_person", "natural_person"]]
    seat: NotRequired[Literal["belgium", "abroad"]]
    is_audit_bureau: NotRequired[bool]
    is_university_department: NotRequired[bool]
    has_enterprise_number: NotRequired[bool]
    has_sepa_account: NotRequired[bool]
    has_bis_number: NotRequired[bool]
    has_user_right: NotRequired[bool]
    knowledge_test_done: NotRequired[bool]
    declarations_signed: NotRequired[list[Literal["training", "advice"]]]
    service_forms: NotRequired[
        list[Literal["classroom", "distance", "recorded", "coaching", "subscription", "neither"]]
    ]
    coaching_kinds: NotRequired[
        list[Literal["knowledge", "report", "other_topics", "sounding_board", "takes_over", "therapy"]]
    ]
    themes: NotRequired[list[str]]
    skills_list: NotRequired[Literal["listed", "granted", "requested", "not_listed"]]
    told_customers: NotRequired[list[Literal["accepted", "pay_first", "too_late", "label", "loan", "sodexo", "brand"]]]
    told_percentage: NotRequired[int]
    retention_years: NotRequired[int]
    registration_number: NotRequired[str]
    enterprise_number: NotRequired[str]
    contact: NotRequired[str]
    iban: NotRequired[str]
    bic: NotRequired[str]
    hourly_rate: NotRequired[str]
    hours: NotRequired[str]


class AnswersScanned1(TypedDict):
    conformity: NotRequired[str]
    demonstrability: NotRequired[str]


class AnswersCheckNotApplicable(TypedDict):
    reason: str


class AnswersCheck(TypedDict):
    conformity: NotRequired[str]
    demonstrability: NotRequired[str]
    not_applicable: NotRequired[AnswersCheckNotApplicable]
    note: NotRequired[str]
    present: NotRequired[str]
    flagged: NotRequired[bool]
    review: NotRequired[bool]


class AnswersAuditorText(TypedDict):
    works: NotRequired[str]
    shows: NotRequired[str]


class AnswersDocument(TypedDict):
    state: NotRequired[Literal["ready", "in_progress", "missing"]]
    place: NotRequired[str]
    owner: NotRequired[str]
    note: NotRequired[str]
    review: NotRequired[bool]


class AnswersScenariosItemChecksValue(TypedDict):
    conformity: NotRequired[str]
    demonstrability: NotRequired[str]


class AnswersScenariosItem(TypedDict):
    title: NotRequired[str]
    profile: NotRequired[dict[str, Any]]
    checks: NotRequired[dict[str, AnswersScenariosItemChecksValue]]


class AnswersAppendixItem(TypedDict):
    id: str
    version: str
    answer: Any


class Answers(TypedDict):
    format: Literal["kmop-answers/1"]
    norm: NotRequired[AnswersNorm]
    title: NotRequired[str]
    profile: NotRequired[AnswersProfile]
    scan: NotRequired[dict[str, AnswersScanned1 | str]]
    checks: NotRequired[dict[str, AnswersCheck]]
    requirements: NotRequired[dict[str, AnswersAuditorText]]
    documents: NotRequired[dict[str, AnswersDocument]]
    worth: NotRequired[dict[str, Any]]
    unknown: NotRequired[list[str]]
    scenarios: NotRequired[list[AnswersScenariosItem]]
    appendix: NotRequired[list[AnswersAppendixItem]]


class ReportNorm(TypedDict):
    id: str
    version: str
    sha256: str


class ReportMessage(TypedDict):
    message: str
    values: dict[str, Any]


class ReportEligibilityConditionsItem(TypedDict):
    id: str
    state: Literal["met", "not_met", "unknown", "by_audit"]
    blocking: bool
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportEligibilityUnrecognisedItem(TypedDict):
    field: str
    reason: ReportMessage


class ReportEligibility(TypedDict):
    state: Literal["met", "not_met", "unknown"]
    conditions: list[ReportEligibilityConditionsItem]
    unrecognised: list[ReportEligibilityUnrecognisedItem]


class ReportScopeRequirementsItem(TypedDict):
    id: str
    state: Literal["audited", "exempt", "already_positive", "no_audit", "unknown"]
    because: str | None
    reason: ReportMessage


class ReportScopeQuestionsItem(TypedDict):
    id: str
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportScope(TypedDict):
    application: str | None
    audit_required: bool | None
    no_audit_if: list[str]
    requirements: list[ReportScopeRequirementsItem]
    questions: list[ReportScopeQuestionsItem]


class ReportRequirementsItemReadingsStrict(TypedDict):
    worst: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]
    best: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]


class ReportRequirementsItemReadingsLikely(TypedDict):
    worst: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]
    best: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]


class ReportRequirementsItemReadingsLenient(TypedDict):
    worst: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]
    best: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]


class ReportRequirementsItemReadings(TypedDict):
    strict: NotRequired[ReportRequirementsItemReadingsStrict]
    likely: ReportRequirementsItemReadingsLikely
    lenient: NotRequired[ReportRequirementsItemReadingsLenient]


class ReportScoreInterval(TypedDict):
    worst: str
    best: str


class ReportRequirementsItemChecksItem(TypedDict):
    id: str
    state: Literal["answered", "open", "not_applicable", "not_asked"]
    decides: bool
    conformity: ReportScoreInterval | None
    demonstrability: ReportScoreInterval | None
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]
    scanned: list[Literal["conformity", "demonstrability"]]
    progress: Literal["in_order", "to_do", "open"] | None


class ReportRequirementsItemProgressScan(TypedDict):
    says: Literal["in_order", "to_do", "open"]
    questions: int


class ReportRequirementsItemProgress(TypedDict):
    state: Literal["in_order", "to_do", "open", "exempt", "already_positive", "no_audit"]
    in_order: int
    to_do: int
    open: int
    scan: ReportRequirementsItemProgressScan | None


class ReportRequirementsItem(TypedDict):
    id: str
    scope: Literal["audited", "exempt", "already_positive", "no_audit", "unknown"]
    readings: ReportRequirementsItemReadings
    checks: list[ReportRequirementsItemChecksItem]
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]
    progress: ReportRequirementsItemProgress


class ReportOutcomeStrict(TypedDict):
    worst: str
    best: str
    limited: NotRequired[Literal[True]]


class ReportOutcomeLikely(TypedDict):
    worst: str
    best: str
    limited: NotRequired[Literal[True]]


class ReportOutcomeLenient(TypedDict):
    worst: str
    best: str
    limited: NotRequired[Literal[True]]


class ReportOutcome(TypedDict):
    strict: NotRequired[ReportOutcomeStrict]
    likely: ReportOutcomeLikely
    lenient: NotRequired[ReportOutcomeLenient]
    robust: bool
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]


class ReportReadinessCoverage(TypedDict):
    answered: int
    of: int
    percent: int


class ReportCounted(TypedDict):
    low: int
    high: int
    of: int
    low_percent: int
    high_percent: int


class ReportReadinessOpen(TypedDict):
    profile: list[str]
    checks: list[str]
    documents: list[str]
    review: list[str]


class ReportReadinessScan(TypedDict):
    answered: int
    of: int


class ReportReadinessPoints(TypedDict):
    in_order: int
    to_do: int
    open: int
    scanned_low: int


class ReportReadiness(TypedDict):
    coverage: ReportReadinessCoverage
    strict: NotRequired[ReportCounted]
    likely: ReportCounted
    lenient: NotRequired[ReportCounted]
    open: ReportReadinessOpen
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    scan: ReportReadinessScan
    scanned: int
    unlike_scan: list[str]
    points: ReportReadinessPoints
    is_empty: bool


class ReportDocumentsItem(TypedDict):
    id: str
    needed: Literal[True] | None
    state: Literal["ready", "in_progress", "missing", "unknown"]
    reason: ReportMessage
    called: int | None
    proves: list[str]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportRange(TypedDict):
    low: int
    likely: int
    high: int


class ReportCostRate1(TypedDict):
    id: str
    cents: ReportRange
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"] | None
    sources: list[str]


class ReportCostQuoted(TypedDict):
    hours: bool
    hourly_rate: bool


class ReportCostLinesItem(TypedDict):
    id: str
    place: Literal["bureau", "visit"]
    minutes: ReportRange
    cents: ReportRange
    certain: bool
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportCostPossibleSaving1Minutes(TypedDict):
    low: int
    high: int


class ReportCostPossibleSaving1Cents(TypedDict):
    low: int
    high: int


class ReportCostPossibleSaving1(TypedDict):
    minutes: ReportCostPossibleSaving1Minutes
    cents: ReportCostPossibleSaving1Cents
    because: list[str]
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]


class ReportCostExtrasItem(TypedDict):
    id: str
    fact: str
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportCostCoversItem(TypedDict):
    field: str
    at_most: int


class ReportCost(TypedDict):
    audit_required: bool | None
    minutes: ReportRange
    cents: ReportRange
    visit_minutes: ReportRange
    rate: ReportCostRate1 | None
    quoted: ReportCostQuoted
    lines: list[ReportCostLinesItem]
    possible_saving: ReportCostPossibleSaving1 | None
    extras: list[ReportCostExtrasItem]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    covers: list[ReportCostCoversItem]


class ReportDays(TypedDict):
    earliest: str
    likely: str
    latest: str


class ReportTimelineStepsItem(TypedDict):
    id: str
    state: Literal["done", "planned", "to_do", "perhaps"]
    start: ReportDays | None
    end: ReportDays | None
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportTimelineDeadlinesItem(TypedDict):
    id: str
    kind: Literal["window", "deadline", "event"]
    first: str | None
    last: str
    basis: Literal["known", "given", "derived", "expected"]
    state: Literal["ahead", "open", "past"]
    reason: ReportMessage
    after_end: ReportMessage | None
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportTimelineContradictionsItem(TypedDict):
    id: str
    fields: list[str]
    reason: ReportMessage
    left_out: list[str]


class ReportTimelineMargin2(TypedDict):
    deadline: str
    step: str
    last: str
    likely: int
    slow: int
    reason: ReportMessage
    after_end: ReportMessage | None


class ReportTimeline(TypedDict):
    start: str
    steps: list[ReportTimelineStepsItem]
    deadlines: list[ReportTimelineDeadlinesItem]
    contradictions: list[ReportTimelineContradictionsItem]
    margin: ReportTimelineMargin2 | None


ReportRise = TypedDict("ReportRise", {"from": "str | None", "to": "str"})


class ReportReasonToAct(TypedDict):
    kind: Literal["condition", "raise", "refine", "document", "step", "answer", "tip"]
    about: str
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]
    quick_win: NotRequired[bool]
    conformity: NotRequired[ReportRise | None]
    demonstrability: NotRequired[ReportRise | None]


class ReportActionsRankedItem(TypedDict):
    rank: int
    group: Literal["first", "needed", "extra", "open"]
    kind: Literal["condition", "raise", "refine", "document", "step", "answer"]
    about: str
    reasons: list[ReportReasonToAct]


class ReportRaise(TypedDict):
    check: str
    conformity: ReportRise | None
    demonstrability: ReportRise | None
    open: bool


class ReportSummary(TypedDict):
    scores: int
    steps: int
    raises: list[ReportRaise]


class ReportSummaries(TypedDict):
    strict: NotRequired[ReportSummary]
    likely: ReportSummary
    lenient: NotRequired[ReportSummary]


ReportTippingEffectVerdict = TypedDict("ReportTippingEffectVerdict", {"from": "str", "to": "str"})


class ReportTippingEffect(TypedDict):
    direction: Literal["up", "down"]
    reading: Literal["strict", "likely", "lenient"]
    conformity: str
    demonstrability: str
    result: Literal["failed", "deliberated", "passed", "already_positive", "exempt", "no_audit"]
    verdict: ReportTippingEffectVerdict


class ReportTipping(TypedDict):
    check: str
    requirement: str
    state: Literal["answered", "open"]
    conformity: ReportScoreInterval
    demonstrability: ReportScoreInterval
    decides: list[Literal["strict", "likely", "lenient"]]
    effects: list[ReportTippingEffect]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]


class ReportActions(TypedDict):
    ranked: list[ReportActionsRankedItem]
    shortest: ReportSummaries
    requirements: dict[str, ReportSummaries]
    tipping: list[ReportTipping]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]


class ReportWarningsItem(TypedDict):
    id: str
    level: Literal["danger", "attention", "note"]
    about: list[str]
    reason: ReportMessage
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportWorthFiguresValue(TypedDict):
    value: int | bool
    assumed: bool


class ReportWorthSizesSmall1GroundsItem(TypedDict):
    rule: str
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportWorthSizesSmall1(TypedDict):
    share: int
    ceiling: int
    subsidy: int
    grounds: list[ReportWorthSizesSmall1GroundsItem]


class ReportWorthSizesMedium1GroundsItem(TypedDict):
    rule: str
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    sources: list[str]


class ReportWorthSizesMedium1(TypedDict):
    share: int
    ceiling: int
    subsidy: int
    grounds: list[ReportWorthSizesMedium1GroundsItem]


class ReportWorthSizes(TypedDict):
    small: ReportWorthSizesSmall1 | None
    medium: ReportWorthSizesMedium1 | None


class ReportWorthCost(TypedDict):
    audit: ReportRange
    later: ReportRange | None
    preparation: int
    whole: ReportRange


class ReportWorth(TypedDict):
    figures: dict[str, ReportWorthFiguresValue]
    sizes: ReportWorthSizes
    saved: int
    cost: ReportWorthCost
    gain: int
    break_even: ReportRange | None
    months: ReportRange | None
    within: bool | None
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    no_subsidy: list[str]
    years: int


class ReportStep(TypedDict):
    message: str
    values: dict[str, Any]
    standing: NotRequired[Literal["official", "bureau", "secondary", "estimate", "not_found"]]
    sources: NotRequired[list[str]]
    on: NotRequired[str]


class ReportTraceItem(TypedDict):
    rule: str
    about: str
    reason: ReportMessage
    facts: dict[str, Any]
    steps: list[ReportStep]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"] | None
    sources: list[str]


class Report(TypedDict):
    format: Literal["kmop-report/2"]
    norm: ReportNorm
    date: str
    answers_sha256: str
    eligibility: ReportEligibility
    scope: ReportScope
    requirements: list[ReportRequirementsItem]
    outcome: ReportOutcome
    readiness: ReportReadiness
    documents: list[ReportDocumentsItem]
    cost: ReportCost
    timeline: ReportTimeline
    actions: ReportActions
    warnings: list[ReportWarningsItem]
    worth: ReportWorth
    trace: list[ReportTraceItem]


class CommonText(TypedDict):
    nl: str
    fr: NotRequired[str]
    en: NotRequired[str]


class NormNames(TypedDict):
    guide: CommonText
    norm: CommonText
    norm_title: CommonText
    scheme: CommonText
    scheme_word: CommonText
    agency: CommonText
    helpdesk: CommonText
    government: CommonText
    files: CommonText


class NormTextExample(TypedDict):
    wrong: CommonText
    right: CommonText


class NormAuthority(TypedDict):
    title: CommonText
    url: str
    email: NotRequired[str]
    phone: NotRequired[str]
    pages: NotRequired[list[Any]]


class NormHistoryItem(TypedDict):
    version: str
    text: NotRequired[CommonText]
    renamed: NotRequired[dict[str, str]]
    merged: NotRequired[dict[str, list[str]]]
    changed: NotRequired[list[str]]
    removed: NotRequired[dict[str, CommonText]]


class BureausElement(TypedDict):
    id: str
    title: CommonText
    text: NotRequired[CommonText]
    full_name: NotRequired[str]
    sources: list[str]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    valid_from: str
    valid_until: NotRequired[str]
    note: NotRequired[CommonText]
    url: NotRequired[str]


class ChangesElement(TypedDict):
    id: str
    date: str
    precision: Literal["day", "month", "year"]
    text: CommonText
    about: Literal["norm", "scheme", "bureaus", "audit", "cost", "guide"]
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    note: NotRequired[CommonText]
    rationale: NotRequired[CommonText]


class CommonPredicateEquals(TypedDict):
    field: str
    value: str | bool | int


class CommonPredicateIn(TypedDict):
    field: str
    values: list[str | int]


class CommonCompared(TypedDict):
    field: NotRequired[str]
    sum: NotRequired[list[str]]
    value: NotRequired[int]
    figure_of: NotRequired[str]


CommonPredicate = TypedDict(
    "CommonPredicate",
    {
        "all": "NotRequired[list[CommonPredicate]]",
        "any": "NotRequired[list[CommonPredicate]]",
        "not": "NotRequired[CommonPredicate]",
        "equals": "NotRequired[CommonPredicateEquals]",
        "in": "NotRequired[CommonPredicateIn]",
        "at_least": "NotRequired[CommonCompared]",
        "more_than": "NotRequired[CommonCompared]",
        "on_or_after": "NotRequired[Any]",
    },
)


class ConditionsElement(TypedDict):
    id: str
    title: CommonText
    text: CommonText
    note: NotRequired[CommonText]
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    rationale: NotRequired[CommonText]
    valid_from: NotRequired[str]
    valid_until: NotRequired[str]
    blocking: bool
    applies_when: NotRequired[CommonPredicate]
    applies_text: NotRequired[CommonText]
    met_when: NotRequired[CommonPredicate]
    decided_by: NotRequired[Literal["audit"]]
    numbers: NotRequired[list[str]]
    remedy: CommonText
    in_sentence: NotRequired[CommonText]
    if_not_met: NotRequired[CommonText]
    task: NotRequired[str]
    until_official: NotRequired[list[Literal["checks", "readings"]]]


class DocumentsElementTitlesItem(TypedDict):
    title: CommonText
    applies_when: CommonPredicate


class CommonStatement(TypedDict):
    text: CommonText
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    rationale: NotRequired[CommonText]


class DocumentsElement(TypedDict):
    id: str
    title: CommonText
    text: CommonText
    note: NotRequired[CommonText]
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate"]
    rationale: NotRequired[CommonText]
    valid_from: NotRequired[str]
    valid_until: NotRequired[str]
    titles: NotRequired[list[DocumentsElementTitlesItem]]
    kind: Literal["file", "per_service", "per_assignment"]
    needed_when: CommonPredicate
    needed_text: NotRequired[CommonText]
    asked_by: NotRequired[Literal["official", "bureau", "advised"]]
    moment: NotRequired[Literal["after_registration"]]
    later_when: NotRequired[CommonPredicate]
    why: CommonText
    contents: NotRequired[list[CommonStatement]]
    columns: NotRequired[list[CommonStatement]]
    proves: list[str]
    remedy: CommonText


class ExemptionsElementEffect(TypedDict):
    kind: Literal["no_audit", "exempt", "already_positive", "ask_bureau"]
    requirements: NotRequired[list[str]]
    requirements_in: NotRequired[str]


class ExemptionsElement(TypedDict):
    id: str
    title: CommonText
    text: CommonText
    note: NotRequired[CommonText]
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    rationale: NotRequired[CommonText]
    valid_from: NotRequired[str]
    valid_until: NotRequired[str]
    applies_when: CommonPredicate
    applies_text: NotRequired[CommonText]
    effect: ExemptionsElementEffect
    question: NotRequired[CommonText]
    in_sentence: NotRequired[CommonText]


class GlossaryElementForms(TypedDict):
    nl: NotRequired[list[str]]
    fr: NotRequired[list[str]]
    en: NotRequired[list[str]]


class GlossaryElement(TypedDict):
    id: str
    term: CommonText
    also: NotRequired[list[CommonText]]
    forms: NotRequired[GlossaryElementForms]
    text: CommonText
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    rationale: NotRequired[CommonText]
    wording: NotRequired[Literal["own"]]
    note: NotRequired[CommonText]
    see: NotRequired[list[str]]
    until_official: NotRequired[list[Literal["checks", "readings"]]]


class SourcesElement(TypedDict):
    id: str
    title: str
    publisher: str
    url: NotRequired[str]
    url_withheld: NotRequired[CommonText]
    kind: Literal[
        "law",
        "agency",
        "municipality",
        "parliament",
        "bureau",
        "consultant",
        "provider",
        "candidate",
        "press",
        "interest_group",
    ]
    standing: Literal["official", "bureau", "secondary"]
    era: CommonText
    seen: Literal["whole", "part"]
    published: NotRequired[str]
    not_before: NotRequired[str]
    precision: NotRequired[Literal["day", "month", "year"]]
    seen_on: NotRequired[str]
    used_for: CommonText


class WarningsElement(TypedDict):
    id: str
    title: CommonText
    text: CommonText
    note: NotRequired[CommonText]
    sources: NotRequired[list[str]]
    standing: Literal["official", "bureau", "secondary", "estimate", "not_found"]
    rationale: NotRequired[CommonText]
    valid_from: NotRequired[str]
    valid_until: NotRequired[str]
    level: Literal["danger", "attention", "note"]
    applies_when: CommonPredicate
    about: list[str]
    remedy: CommonText
    instead_of: NotRequired[list[str]]
    shows: NotRequired[list[str]]


class Norm(TypedDict):
    format: Literal["kmop-norm/1"]
    id: str
    version: str
    title: CommonText
    description: CommonText
    names: NormNames
    text_example: NormTextExample
    checked_on: str
    reading: NotRequired[CommonText]
    notice: CommonText
    issues_url: NotRequired[str]
    ask_again: NotRequired[list[str]]
    authority: NormAuthority
    history: NotRequired[list[NormHistoryItem]]
    bureaus: dict[str, BureausElement]
    changes: dict[str, ChangesElement]
    conditions: dict[str, ConditionsElement]
    documents: dict[str, DocumentsElement]
    exemptions: dict[str, ExemptionsElement]
    glossary: dict[str, GlossaryElement]
    sources: dict[str, SourcesElement]
    warnings: dict[str, WarningsElement]
    profile: dict[str, Any]
    scoring: dict[str, Any]
    cost: dict[str, Any]
    scheme: dict[str, Any]
    worth: dict[str, Any]
    letters: dict[str, Any]
    templates: dict[str, Any]
    situations: dict[str, Any]
    misunderstandings: dict[str, Any]
    requirements: dict[str, Any]
    procedure: dict[str, Any]
    outcomes: dict[str, Any]
    topics: dict[str, Any]
    texts: dict[str, Any]
    files: dict[str, Any]
    examples: dict[str, Any]
    cases: dict[str, Any]
    facts: dict[str, Any]
    statements: list[Any]
    quiz: list[Any]
    sha256: str
