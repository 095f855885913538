using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>One attempt as a channel carries it out.</summary>
public sealed record DeliveryOrder
{
    /// <summary>The alert: its kind, message and organisation decide what is said.</summary>
    public required Alert Alert { get; init; }

    /// <summary>The recipient.</summary>
    public required RecipientId Recipient { get; init; }

    /// <summary>The attempt, already on disk.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Which attempt for this recipient it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where to.</summary>
    public required ContactPoint Point { get; init; }

    /// <summary>The language to speak (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>The name on the list, for the placeholder of texts and mails; null where the message does not ask for it.</summary>
    public string? RecipientName { get; init; }

    /// <summary>The secret of the acknowledgement link of this attempt; null where links are off. Never logged.</summary>
    public string? LinkToken { get; init; }

    /// <summary>The household's code for the residents' line, 10000 to 99999; null where the message does not ask for it, or none is left to give. Never logged.</summary>
    public int? HouseholdCode { get; init; }

    /// <summary>True when a machine that answers should be left the voicemail text.</summary>
    public required bool LeaveVoicemail { get; init; }
}
