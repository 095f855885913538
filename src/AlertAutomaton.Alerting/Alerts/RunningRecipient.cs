using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>A recipient of an alert that runs here, for whoever has to answer it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Language">The language of the household (BCP 47).</param>
/// <param name="Points">Its points, in order.</param>
public sealed record RunningRecipient(Alert Alert, string Language, IReadOnlyList<ContactPoint> Points);
