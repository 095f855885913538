using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Identifiers;

/// <summary>Names a duty matter: something that wants a person on duty.</summary>
/// <param name="Value">The UUID version 7 (RFC 9562 §5.7); the empty value never names anything.</param>
[JsonConverter(typeof(IdentifierJsonConverter<DutyMatterId>))]
public readonly record struct DutyMatterId(Guid Value) : IIdentifier<DutyMatterId>
{
    /// <summary>Makes a new identifier that sorts by the given clock.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>A new identifier.</returns>
    public static DutyMatterId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <inheritdoc/>
    public static DutyMatterId FromGuid(Guid value) => new(value);

    /// <summary>Reads the canonical text of a UUID.</summary>
    /// <param name="text">36 characters with hyphens.</param>
    /// <param name="id">The identifier, or the empty one.</param>
    /// <returns>False when the text is not a UUID.</returns>
    public static bool TryParse(string? text, out DutyMatterId id)
    {
        var ok = Guid.TryParseExact(text, "D", out var value);
        id = new DutyMatterId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
