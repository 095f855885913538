using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>A text as a handset shows it.</summary>
public sealed record LabText
{
    /// <summary>The handset's number, E.164.</summary>
    public required string Number { get; init; }

    /// <summary>The whole text, put together from its segments.</summary>
    public required string Text { get; init; }

    /// <summary>The sender shown.</summary>
    public required string Sender { get; init; }

    /// <summary>How many segments it took.</summary>
    public required int Segments { get; init; }

    /// <summary>How it travelled.</summary>
    public required SmsEncoding Encoding { get; init; }

    /// <summary>How long it would have been tried; null when nothing was said.</summary>
    public required TimeSpan? Validity { get; init; }

    /// <summary>Whether it was urgent (priority_flag).</summary>
    public required bool IsUrgent { get; init; }

    /// <summary>Whether a receipt was asked for.</summary>
    public required bool WantsReceipt { get; init; }
}
