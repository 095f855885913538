using System.Collections.Immutable;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.Alerts;

/// <summary>One contact within one alert, frozen at launch: later edits of the register do not change it.</summary>
public sealed record Recipient
{
    /// <summary>Names the recipient.</summary>
    public required RecipientId Id { get; init; }

    /// <summary>The contact it was made from.</summary>
    public required ContactId Contact { get; init; }

    /// <summary>The name on the list.</summary>
    public required string Name { get; init; }

    /// <summary>The language to speak (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>How to reach it, in order; own points first, then the trusted person's. At most <see cref="Register.Contact.MaximumPoints"/>.</summary>
    public required ImmutableArray<ContactPoint> Points { get; init; }

    /// <summary>Called before the others.</summary>
    public bool Vulnerable { get; init; }

    /// <summary>The street address, for the door-to-door list.</summary>
    public string? Address { get; init; }

    /// <summary>The name of the trusted person, when there is one.</summary>
    public string? TrustedName { get; init; }

    /// <summary>Freezes a contact of the register.</summary>
    /// <param name="contact">The contact as it is now.</param>
    /// <param name="time">The clock, for the new identifier.</param>
    /// <returns>The recipient; points beyond <see cref="Register.Contact.MaximumPoints"/> are left out.</returns>
    public static Recipient Freeze(Contact contact, TimeProvider time) => Freeze(contact, static _ => true, time);

    /// <summary>Freezes a contact of the register without the points that may not be used.</summary>
    /// <param name="contact">The contact as it is now.</param>
    /// <param name="mayUse">Whether a point may be used in this alert.</param>
    /// <param name="time">The clock, for the new identifier.</param>
    /// <returns>The recipient; points beyond <see cref="Register.Contact.MaximumPoints"/> are left out.</returns>
    public static Recipient Freeze(Contact contact, Func<ContactPoint, bool> mayUse, TimeProvider time)
    {
        var points = contact.Points.Concat(contact.TrustedPerson?.Points ?? []).Where(mayUse).ToImmutableArray();
        return new Recipient
        {
            Id = RecipientId.New(time),
            Contact = contact.Id,
            Name = contact.Name,
            Language = contact.Language,
            Points = points.Length > Register.Contact.MaximumPoints ? points[..Register.Contact.MaximumPoints] : points,
            Vulnerable = contact.Vulnerable,
            Address = contact.Address,
            TrustedName = contact.TrustedPerson?.Name,
        };
    }

    /// <summary>Equality by content, the list of points included.</summary>
    /// <param name="other">The other recipient.</param>
    /// <returns>True when every field and every point is equal.</returns>
    public bool Equals(Recipient? other) =>
        other is not null && Id == other.Id && Contact == other.Contact && Vulnerable == other.Vulnerable
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Language, other.Language, StringComparison.Ordinal)
        && string.Equals(Address, other.Address, StringComparison.Ordinal)
        && string.Equals(TrustedName, other.TrustedName, StringComparison.Ordinal)
        && Points.AsSpan().SequenceEqual(other.Points.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
