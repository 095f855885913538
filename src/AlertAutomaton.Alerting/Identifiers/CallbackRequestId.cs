using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Identifiers;

/// <summary>Names the wish of a resident to be registered.</summary>
/// <param name="Value">The UUID version 7 (RFC 9562 §5.7); the empty value never names anything.</param>
[JsonConverter(typeof(IdentifierJsonConverter<CallbackRequestId>))]
public readonly record struct CallbackRequestId(Guid Value) : IIdentifier<CallbackRequestId>
{
    /// <summary>Makes a new identifier that sorts by the given clock.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>A new identifier.</returns>
    public static CallbackRequestId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <inheritdoc/>
    public static CallbackRequestId FromGuid(Guid value) => new(value);

    /// <summary>Reads the canonical text of a UUID.</summary>
    /// <param name="text">36 characters with hyphens.</param>
    /// <param name="id">The identifier, or the empty one.</param>
    /// <returns>False when the text is not a UUID.</returns>
    public static bool TryParse(string? text, out CallbackRequestId id)
    {
        var ok = Guid.TryParseExact(text, "D", out var value);
        id = new CallbackRequestId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
