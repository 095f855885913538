using System.Text.Json.Serialization;

namespace AlertAutomaton.Alerting.Identifiers;

/// <summary>Names an organisation: a commune, or the body that groups communes.</summary>
/// <param name="Value">The UUID version 7 (RFC 9562 §5.7); the empty value never names anything.</param>
[JsonConverter(typeof(IdentifierJsonConverter<OrganisationId>))]
public readonly record struct OrganisationId(Guid Value) : IIdentifier<OrganisationId>
{
    /// <summary>Makes a new identifier that sorts by the given clock.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>A new identifier.</returns>
    public static OrganisationId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <inheritdoc/>
    public static OrganisationId FromGuid(Guid value) => new(value);

    /// <summary>Reads the canonical text of a UUID.</summary>
    /// <param name="text">36 characters with hyphens.</param>
    /// <param name="id">The identifier, or the empty one.</param>
    /// <returns>False when the text is not a UUID.</returns>
    public static bool TryParse(string? text, out OrganisationId id)
    {
        var ok = Guid.TryParseExact(text, "D", out var value);
        id = new OrganisationId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
