namespace AlertAutomaton.Alerting.Duty;

/// <summary>What is remembered of one cause of alarms.</summary>
/// <param name="Notice">The alarm itself.</param>
/// <param name="Stands">True until the all-clear.</param>
/// <param name="Told">True when people were told of it and of no all-clear since.</param>
/// <param name="LastTold">When an alarm of this cause was told last; null: never.</param>
/// <param name="TryAt">When to try again after no path took it; null: nothing to try.</param>
public sealed record AlarmCause(AlarmNotice Notice, bool Stands, bool Told, DateTimeOffset? LastTold, DateTimeOffset? TryAt);
