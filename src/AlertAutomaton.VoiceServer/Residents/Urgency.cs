using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Residents;

namespace AlertAutomaton.VoiceServer.Residents;

/// <summary>In which order a household hears its alerts: real before exercise and test, danger to life first, then the latest first, so that an all-clear comes before what it ends. Pure.</summary>
internal static class Urgency
{
    public static IReadOnlyList<HouseholdAlert> Order(IEnumerable<HouseholdAlert> alerts) =>
    [
        .. alerts
            .OrderBy(found => found.Alert.Kind)
            .ThenBy(found => found.Alert.Policy.Purpose == AlertPurpose.Vital ? 0 : 1)
            .ThenByDescending(found => found.Alert.LaunchedAt),
    ];
}
