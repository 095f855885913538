using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Scenarios;

/// <summary>Checks a scenario before it is saved. Pure.</summary>
public static class ScenarioValidator
{
    private const int LongestName = 200;
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);

    /// <summary>Everything that is wrong.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The policy that its name stands for; null when there is none.</param>
    /// <returns>Empty when it can be saved.</returns>
    public static IReadOnlyList<ScenarioFault> Validate(Scenario scenario, DeliveryPolicy? policy)
    {
        var faults = new List<ScenarioFault>();
        Require(scenario.Number is >= 1 and <= Scenario.HighestNumber, ScenarioFault.Number);
        Require(scenario.Names.Count > 0 && scenario.Names.All(name => IsName(name.Written) && IsName(name.Spoken)), ScenarioFault.Names);
        Require(scenario.Message.Texts.Count > 0 && scenario.Message.Texts.All(text => text.Text.Length > 0 || text.Recording is not null), ScenarioFault.Message);
        Require(!scenario.Audience.IsEmpty, ScenarioFault.Audience);
        Require(policy is not null, ScenarioFault.Policy);
        Require(scenario.Kinds.Count > 0, ScenarioFault.Kinds);
        Require(scenario.Lifetime > TimeSpan.Zero && scenario.Lifetime <= LongestLifetime, ScenarioFault.Lifetime);
        Require(
            scenario.OverrideAfter is not { } after
                || (scenario.TwoPeople && policy?.Purpose == AlertPurpose.Vital && after >= TimeSpan.FromMinutes(1) && after <= TimeSpan.FromHours(24)),
            ScenarioFault.Override);
        return faults;

        void Require(bool holds, ScenarioFault fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName;
}
