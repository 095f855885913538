namespace AlertAutomaton.Daemon.Http.Problems;

/// <summary>The kinds of problem that the API answers with; <c>docs/api.md</c> explains each.</summary>
internal enum ProblemKind
{
    NotJson,
    InvalidOrder,
    MissingIdempotencyKey,
    IdempotencyKeyConflict,
    UnknownAlert,
    UnknownScheduledAlert,
    UnknownOperator,
    UnknownScenario,
    UnknownDutyMatter,
    UnknownCallback,
    NumberTaken,
    NotPossibleNow,
    QuotaExceeded,
    NotAllowed,
    WrongHost,
    TooLarge,
    Unavailable,
    NoSpace,
    InvalidQuery,
    UnknownAddress,
    Fault,
}
