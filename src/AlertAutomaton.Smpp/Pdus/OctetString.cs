namespace AlertAutomaton.Smpp.Pdus;

/// <summary>Octets with the equality of their content. Whoever makes one gives the array away.</summary>
/// <param name="memory">The octets; not changed afterwards.</param>
public readonly struct OctetString(ReadOnlyMemory<byte> memory) : IEquatable<OctetString>
{
    /// <summary>No octets.</summary>
    public static OctetString Empty => default;

    /// <summary>The octets.</summary>
    public ReadOnlyMemory<byte> Memory { get; } = memory;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>How many.</summary>
    public int Length => Memory.Length;

    /// <summary>A copy of octets that will change.</summary>
    public static OctetString CopyOf(ReadOnlySpan<byte> octets) => octets.IsEmpty ? default : new(octets.ToArray());

    /// <inheritdoc/>
    public bool Equals(OctetString other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OctetString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Hexadecimal.</summary>
    public override string ToString() => Convert.ToHexString(Span);

    /// <summary>Same octets.</summary>
    public static bool operator ==(OctetString left, OctetString right) => left.Equals(right);

    /// <summary>Other octets.</summary>
    public static bool operator !=(OctetString left, OctetString right) => !left.Equals(right);
}
