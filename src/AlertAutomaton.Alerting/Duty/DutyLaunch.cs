using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;

namespace AlertAutomaton.Alerting.Duty;

/// <summary>A prepared alert that the person on duty may launch by key.</summary>
/// <param name="Content">What.</param>
/// <param name="Kind">Real, exercise or test.</param>
public sealed record DutyLaunch(DraftContent Content, AlertKind Kind);
