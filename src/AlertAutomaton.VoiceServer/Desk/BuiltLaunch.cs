using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Scenarios;

namespace AlertAutomaton.VoiceServer.Desk;

/// <summary>An order made of what was chosen, or why there is none.</summary>
internal sealed record BuiltLaunch
{
    public LaunchFault Fault { get; private init; }

    public LaunchRequest? Order { get; private init; }

    public Func<string, ScenarioName>? NameIn { get; private init; }

    public bool NeedsSecondPerson { get; private init; }

    public TimeSpan? OverrideAfter { get; private init; }

    public static BuiltLaunch Not(LaunchFault fault) => new() { Fault = fault };

    public static BuiltLaunch Of(LaunchRequest order, Func<string, ScenarioName> nameIn, bool needsSecondPerson, TimeSpan? overrideAfter) =>
        order.Audience.Count == 0
            ? Not(LaunchFault.Nobody)
            : new BuiltLaunch { Order = order, NameIn = nameIn, NeedsSecondPerson = needsSecondPerson, OverrideAfter = needsSecondPerson ? overrideAfter : null };
}
