using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Policies;

/// <summary>The policies that are there without anybody having configured one.</summary>
public static class BuiltInPolicies
{
    private static readonly TimeSpan[] AlertPasses =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30)];

    /// <summary>
    /// Until somebody answers, within the lifetime of the alert: a text and a mail to everybody at once, landlines rung at once, mobiles
    /// after three minutes without an answer; each number twice in a pass, passes with growing waits, every half hour in the end. After
    /// ten minutes of silence the trusted person of a vulnerable household is texted and called. An answer is a key, a reply or a link.
    /// Who hears the message to its end without a key is called again, up to three hearings: one may have been a machine taken for a
    /// person, and who cannot press a key must not be rung all night.
    /// </summary>
    public static DeliveryPolicy Alert { get; } = new()
    {
        Name = "alert",
        Purpose = AlertPurpose.Vital,
        NumberFloor = TimeSpan.FromMinutes(1),
        HeardIsEnoughAfter = 3,
        MaximumAttempts = 1000,
        Lanes =
        [
            Written(ChannelKind.Sms),
            Written(ChannelKind.Email),
            AlertCalls(LineFilter.Landline, TimeSpan.Zero),
            // A mobile that can be texted has three minutes to answer the text; one that cannot is rung at once.
            AlertCalls(LineFilter.Mobile, TimeSpan.Zero) with { OnlyWithout = [ChannelKind.Sms] },
            AlertCalls(LineFilter.Mobile, TimeSpan.FromMinutes(3)) with { OnlyWith = ChannelKind.Sms },
            Written(ChannelKind.Sms) with { Audience = ContactPointRole.Trusted, OnlyVulnerable = true, StartAfter = TimeSpan.FromMinutes(10) },
            AlertCalls(LineFilter.Any, TimeSpan.FromMinutes(10)) with { Audience = ContactPointRole.Trusted, OnlyVulnerable = true, Passes = 3 },
        ],
    };

    /// <summary>
    /// A text; after a quarter of an hour a mail where no handset took it; three calls five minutes apart only to those with neither, the
    /// message on the machine at the third. Quiet from 21 to 8 and on Sundays; a delivered text is enough.
    /// </summary>
    public static DeliveryPolicy Information { get; } = new()
    {
        Name = "information",
        Purpose = AlertPurpose.Information,
        NumberFloor = TimeSpan.FromMinutes(5),
        DeliveredIsEnough = true,
        QuietHours = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0)) { QuietDays = [DayOfWeek.Sunday] },
        Lanes =
        [
            Written(ChannelKind.Sms),
            Written(ChannelKind.Email) with { OnlyWithout = [ChannelKind.Sms] },
            Written(ChannelKind.Email) with { OnlyWith = ChannelKind.Sms, StartAfter = TimeSpan.FromMinutes(15) },
            new DeliveryLane
            {
                Channel = ChannelKind.Voice,
                OnlyWithout = [ChannelKind.Sms, ChannelKind.Email],
                Passes = 3,
                BusyTriesPerPoint = 1,
                PassDelays = [TimeSpan.FromMinutes(5)],
                Voicemail = VoicemailMode.LastPass,
            },
        ],
    };

    /// <summary>
    /// A call to a meeting, days before: a text and a mail at once, a call only to those with neither; on the morning of the day a
    /// reminder by text to those who have not said whether they come. Quiet from 20 to 8. 1 is present, 2 is absent.
    /// </summary>
    public static DeliveryPolicy Convocation { get; } = new()
    {
        Name = "convocation",
        Purpose = AlertPurpose.Convocation,
        NumberFloor = TimeSpan.FromHours(1),
        AnswerWait = TimeSpan.FromDays(30),
        HeardIsEnoughAfter = 2,
        QuietHours = new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0)),
        Lanes =
        [
            Written(ChannelKind.Sms),
            Written(ChannelKind.Email),
            new DeliveryLane
            {
                Channel = ChannelKind.Voice,
                OnlyWithout = [ChannelKind.Sms, ChannelKind.Email],
                Passes = 3,
                PassDelays = [TimeSpan.FromHours(2)],
                Voicemail = VoicemailMode.LastPass,
            },
            Written(ChannelKind.Sms) with { OnEventDayAt = new TimeOnly(8, 30) },
            Written(ChannelKind.Email) with { OnEventDayAt = new TimeOnly(8, 0), OnlyWithout = [ChannelKind.Sms] },
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeliveryPolicy> All { get; } = [Alert, Information, Convocation];

    /// <summary>Finds one by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Null when there is none.</returns>
    public static DeliveryPolicy? Find(string name) =>
        All.FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase));

    private static DeliveryLane Written(ChannelKind channel) => new() { Channel = channel, Passes = 1, MaximumPerPoint = 3 };

    private static DeliveryLane AlertCalls(LineFilter lines, TimeSpan startAfter) => new()
    {
        Channel = ChannelKind.Voice,
        Lines = lines,
        StartAfter = startAfter,
        TriesPerPoint = 2,
        BusyDelay = TimeSpan.FromMinutes(1),
        NoAnswerDelay = TimeSpan.FromMinutes(2),
        PassDelays = AlertPasses,
        MaximumPerPoint = 1000,
        Voicemail = VoicemailMode.OncePerPoint,
    };
}
