using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Register;

/// <summary>
/// One way to reach a contact. A value, because an alert to a million households keeps millions of them in memory: a phone
/// number is eight bytes, an e-mail address or a push subscription one reference.
/// </summary>
public readonly record struct ContactPoint
{
    private readonly string? _address;

    private ContactPoint(ContactPointId id, ChannelKind kind, E164Number number, string? address, ContactPointRole role)
    {
        Id = id;
        Kind = kind;
        Number = number;
        _address = address;
        Role = role;
    }

    /// <summary>Names the point in the register.</summary>
    public ContactPointId Id { get; }

    /// <summary>The phone number of a voice or SMS point; the empty number for the others.</summary>
    public E164Number Number { get; }

    /// <summary>How it is reached.</summary>
    public ChannelKind Kind { get; }

    /// <summary>Whose point it is.</summary>
    public ContactPointRole Role { get; }

    /// <summary>The address as a channel uses it: <c>+33639980001</c>, <c>name@example.org</c>, or a push subscription.</summary>
    public string Address => _address ?? Number.ToString();

    /// <summary>Makes a point for calls.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="number">The number.</param>
    /// <param name="role">Whose it is.</param>
    /// <returns>The point.</returns>
    public static ContactPoint Voice(ContactPointId id, E164Number number, ContactPointRole role = ContactPointRole.Own) =>
        new(id, ChannelKind.Voice, number, null, role);

    /// <summary>Makes a point for text messages.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="number">The number.</param>
    /// <param name="role">Whose it is.</param>
    /// <returns>The point.</returns>
    public static ContactPoint Sms(ContactPointId id, E164Number number, ContactPointRole role = ContactPointRole.Own) =>
        new(id, ChannelKind.Sms, number, null, role);

    /// <summary>Makes a point for e-mail.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="address">The address, already checked.</param>
    /// <param name="role">Whose it is.</param>
    /// <returns>The point.</returns>
    public static ContactPoint Email(ContactPointId id, string address, ContactPointRole role = ContactPointRole.Own) =>
        new(id, ChannelKind.Email, default, address, role);

    /// <summary>Makes a point for web push.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="subscription">The subscription as the browser gave it.</param>
    /// <param name="role">Whose it is.</param>
    /// <returns>The point.</returns>
    public static ContactPoint Push(ContactPointId id, string subscription, ContactPointRole role = ContactPointRole.Own) =>
        new(id, ChannelKind.Push, default, subscription, role);

    /// <summary>Makes a point again from what a store or a journal kept.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="kind">How it is reached.</param>
    /// <param name="address">What <see cref="Address"/> gave.</param>
    /// <param name="role">Whose it is.</param>
    /// <param name="point">The point.</param>
    /// <returns>False when a voice or SMS address is not an E.164 number.</returns>
    public static bool TryRestore(ContactPointId id, ChannelKind kind, string address, ContactPointRole role, out ContactPoint point)
    {
        if (kind is ChannelKind.Email or ChannelKind.Push)
        {
            point = new ContactPoint(id, kind, default, address, role);
            return true;
        }

        var ok = E164Number.TryParse(address, out var number);
        point = new ContactPoint(id, kind, number, null, role);
        return ok;
    }
}
