using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>What went out and what it costs: counters that can be added up.</summary>
public sealed record UsageFigures
{
    /// <summary>Nothing.</summary>
    public static UsageFigures None { get; } = new();

    /// <summary>Texts that left.</summary>
    public long Texts { get; init; }

    /// <summary>Their segments, as the gateways took them.</summary>
    public long Segments { get; init; }

    /// <summary>Calls that left.</summary>
    public long CallsBegun { get; init; }

    /// <summary>Calls that somebody or something picked up.</summary>
    public long CallsAnswered { get; init; }

    /// <summary>Seconds of the answered calls, each begun second counted.</summary>
    public long CallSeconds { get; init; }

    /// <summary>Mails that were taken by a relay.</summary>
    public long Mails { get; init; }

    /// <summary>What the tariffs make of it, in their currency; 0 where there are none.</summary>
    public decimal Amount { get; init; }

    /// <summary>Answered calls, segments and mails that no tariff has a price for: they are not in <see cref="Amount"/>.</summary>
    public long Unpriced { get; init; }

    /// <summary>Counts one group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="tariffs">The prices.</param>
    /// <returns>Its figures.</returns>
    public static UsageFigures Of(UsageGroup group, TariffTable tariffs)
    {
        var cost = tariffs.Cost(group);
        var billed = group.Channel == ChannelKind.Voice ? group.Answered : group.Units;
        return new UsageFigures
        {
            Texts = group.Channel == ChannelKind.Sms ? group.Begun : 0,
            Segments = group.Channel == ChannelKind.Sms ? group.Units : 0,
            CallsBegun = group.Channel == ChannelKind.Voice ? group.Begun : 0,
            CallsAnswered = group.Channel == ChannelKind.Voice ? group.Answered : 0,
            CallSeconds = group.Channel == ChannelKind.Voice ? group.Seconds * group.Answered : 0,
            Mails = group.Channel == ChannelKind.Email ? group.Units : 0,
            Amount = cost ?? 0,
            Unpriced = cost is null ? billed : 0,
        };
    }

    /// <summary>Adds two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Both together.</returns>
    public static UsageFigures operator +(UsageFigures left, UsageFigures right) => left.Add(right);

    /// <summary>Adds another.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Both together.</returns>
    public UsageFigures Add(UsageFigures other) => new()
    {
        Texts = Texts + other.Texts,
        Segments = Segments + other.Segments,
        CallsBegun = CallsBegun + other.CallsBegun,
        CallsAnswered = CallsAnswered + other.CallsAnswered,
        CallSeconds = CallSeconds + other.CallSeconds,
        Mails = Mails + other.Mails,
        Amount = Amount + other.Amount,
        Unpriced = Unpriced + other.Unpriced,
    };
}
