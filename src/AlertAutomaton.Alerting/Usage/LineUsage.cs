using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>What went over one line.</summary>
/// <param name="Channel">How contact points were reached.</param>
/// <param name="Line">The trunk, gateway or relay.</param>
/// <param name="Figures">The counters.</param>
public sealed record LineUsage(ChannelKind Channel, string Line, UsageFigures Figures);
