using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>How one call goes.</summary>
internal sealed record Phone(AttemptOutcome Outcome, TimeSpan Rings, TimeSpan? Talks = null, AcknowledgementOption? Key = null, Exception? Fault = null)
{
    /// <summary>How long they listen before they press.</summary>
    public TimeSpan PressesAfter { get; init; }

    /// <summary>True: the channel never comes back, not even when it is told to stop.</summary>
    public bool Hangs { get; init; }

    /// <summary>True: the line is given back a second before the attempt is over, as a trunk does that has seen the call end.</summary>
    public bool FreesLineEarly { get; init; }

    /// <summary>True: told to stop while it rings, the channel says that nobody took the call, as a phone line does.</summary>
    public bool SaysThatItRang { get; init; }

    public static Phone Presses1 { get; } = new(AttemptOutcome.Acknowledged, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), AcknowledgementOption.Safe);

    public static Phone NeedsHelp { get; } = Presses1 with { Key = AcknowledgementOption.NeedsHelp };

    public static Phone Listens { get; } = new(AttemptOutcome.Heard, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25));

    public static Phone NoAnswer { get; } = new(AttemptOutcome.NoAnswer, TimeSpan.FromSeconds(25));

    public static Phone Busy { get; } = new(AttemptOutcome.Busy, TimeSpan.FromSeconds(1));

    public static Phone Machine { get; } = new(AttemptOutcome.Voicemail, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    public static Phone Gone { get; } = new(AttemptOutcome.InvalidNumber, TimeSpan.FromSeconds(1));

    public static Phone NetworkDown { get; } = new(AttemptOutcome.Network, TimeSpan.FromSeconds(1));
}
