using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Policies;

/// <summary>The policies that are there without anybody having configured one.</summary>
public static class BuiltInPolicies
{
    /// <summary>
    /// Until somebody answers, within the lifetime of the alert: each number twice in a pass, passes with growing waits, every half hour
    /// in the end. An answer is a key. Who hears the message to its end without one is called again, up to three hearings: one may have been
    /// a machine taken for a person, and who cannot press a key must not be rung all night.
    /// </summary>
    public static DeliveryPolicy Alert { get; } = new()
    {
        Name = "alert",
        NumberFloor = TimeSpan.FromMinutes(1),
        HeardIsEnoughAfter = 3,
        MaximumAttempts = 1000,
        Lanes =
        [
            new DeliveryLane
            {
                Channel = ChannelKind.Voice,
                TriesPerPoint = 2,
                BusyDelay = TimeSpan.FromMinutes(1),
                NoAnswerDelay = TimeSpan.FromMinutes(2),
                PassDelays = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30)],
                MaximumPerPoint = 1000,
                Voicemail = VoicemailMode.OncePerPoint,
            },
        ],
    };

    /// <summary>Three calls to each number five minutes apart, the message on the machine at the third; quiet from 21 to 8.</summary>
    public static DeliveryPolicy Information { get; } = new()
    {
        Name = "information",
        NumberFloor = TimeSpan.FromMinutes(5),
        QuietHours = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0)),
        Lanes =
        [
            new DeliveryLane
            {
                Channel = ChannelKind.Voice,
                Passes = 3,
                BusyTriesPerPoint = 1,
                PassDelays = [TimeSpan.FromMinutes(5)],
                Voicemail = VoicemailMode.LastPass,
            },
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeliveryPolicy> All { get; } = [Alert, Information];

    /// <summary>Finds one by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Null when there is none.</returns>
    public static DeliveryPolicy? Find(string name) =>
        All.FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase));
}
