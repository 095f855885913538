using System.Globalization;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// What is kept of a PIN: PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-256 over one salt, for the PIN and, where there is one, the duress PIN.
/// One derivation checks both, so that neither costs more time than the other.
/// </summary>
/// <remarks>A PIN has few digits: the hash slows down who steals the store, it does not stop them. The store is to be kept as a secret.</remarks>
public sealed class PinSecret
{
    /// <summary>The first word of the text form.</summary>
    private const string Scheme = "pbkdf2-sha256";

    /// <summary>Bytes of the salt.</summary>
    internal const int SaltLength = 16;

    /// <summary>Bytes of a hash.</summary>
    internal const int HashLength = 32;

    private const int MostIterations = 10_000_000;

    internal PinSecret(int iterations, byte[] salt, byte[] hash, byte[]? duress)
    {
        Iterations = iterations;
        Salt = salt;
        Hash = hash;
        Duress = duress;
    }

    /// <summary>Rounds of PBKDF2.</summary>
    public int Iterations { get; }

    /// <summary>True when there is a duress PIN.</summary>
    public bool HasDuress => Duress is not null;

    internal byte[] Salt { get; }

    internal byte[] Hash { get; }

    internal byte[]? Duress { get; }

    /// <summary>The form in which it is kept: scheme, rounds, salt, hash and the duress hash or nothing, with <c>$</c> between them.</summary>
    /// <returns>At most 200 characters.</returns>
    public string ToStored() => string.Join(
        '$', Scheme, Iterations.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(Salt), Convert.ToBase64String(Hash), Duress is null ? "" : Convert.ToBase64String(Duress));

    /// <summary>Reads what <see cref="ToStored"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null when it is anything else.</returns>
    public static PinSecret? FromStored(string text)
    {
        var parts = text.Length > 200 ? [] : text.Split('$');
        return parts.Length == 5
            && string.Equals(parts[0], Scheme, StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            && iterations is > 0 and <= MostIterations
            && Bytes(parts[2], SaltLength) is { } salt
            && Bytes(parts[3], HashLength) is { } hash
            && (parts[4].Length == 0 || Bytes(parts[4], HashLength) is not null)
            ? new PinSecret(iterations, salt, hash, Bytes(parts[4], HashLength))
            : null;
    }

    /// <summary>Says nothing.</summary>
    /// <returns>A word without a secret.</returns>
    public override string ToString() => "(secret)";

    private static byte[]? Bytes(string text, int length)
    {
        var bytes = new byte[length];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == length ? bytes : null;
    }
}
