using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Residents;

/// <summary>A resident who is not in the register and asked, by a key, to be called when there is an alert.</summary>
public sealed record CallbackRequest
{
    /// <summary>Names the wish.</summary>
    public required CallbackRequestId Id { get; init; }

    /// <summary>Whose register it is for.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The number from which it was asked.</summary>
    public required E164Number Number { get; init; }

    /// <summary>The language of the line.</summary>
    public required string Language { get; init; }

    /// <summary>When consent was given.</summary>
    public required DateTimeOffset ConsentAt { get; init; }

    /// <summary>The name of the sentence to which the key was the answer: what was consented to.</summary>
    public required string ConsentTo { get; init; }
}
