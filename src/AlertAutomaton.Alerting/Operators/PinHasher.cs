using System.Security.Cryptography;
using System.Text;

namespace AlertAutomaton.Alerting.Operators;

/// <summary>
/// Hashes and checks PINs. A check always derives one key and makes two comparisons in constant time, whether the operator exists, has a
/// PIN, has a duress PIN, or is locked.
/// </summary>
public static class PinHasher
{
    /// <summary>The usual rounds of PBKDF2-SHA-256: a few tenths of a second on a small machine.</summary>
    public const int UsualIterations = 600_000;

    /// <summary>Hashes a PIN and, where wanted, a duress PIN.</summary>
    /// <param name="pin">The PIN, which passed <see cref="PinRules"/>.</param>
    /// <param name="duress">The duress PIN, or null; another one than <paramref name="pin"/>.</param>
    /// <param name="iterations">The cost; tests use little.</param>
    /// <returns>What is kept.</returns>
    public static PinSecret Hash(string pin, string? duress = null, int iterations = UsualIterations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        if (string.Equals(pin, duress, StringComparison.Ordinal))
        {
            throw new ArgumentException("The duress PIN must be another one.", nameof(duress));
        }

        var salt = RandomNumberGenerator.GetBytes(PinSecret.SaltLength);
        return new PinSecret(iterations, salt, Derive(pin, salt, iterations), duress is null ? null : Derive(duress, salt, iterations));
    }

    /// <summary>Checks what was typed.</summary>
    /// <param name="typed">The digits.</param>
    /// <param name="secret">What is kept; null for an operator that does not exist, has no PIN or is locked, which costs the same and is wrong.</param>
    /// <param name="usualIterations">The cost where there is nothing kept: that of the others.</param>
    /// <returns>What it is.</returns>
    public static PinVerdict Verify(string typed, PinSecret? secret, int usualIterations = UsualIterations)
    {
        var against = secret ?? Nobody(usualIterations);
        var derived = Derive(typed, against.Salt, against.Iterations);
        var right = CryptographicOperations.FixedTimeEquals(derived, against.Hash);
        var forced = CryptographicOperations.FixedTimeEquals(derived, against.Duress ?? NoDuress);
        return secret is null ? PinVerdict.Wrong : right ? PinVerdict.Right : forced && secret.HasDuress ? PinVerdict.Duress : PinVerdict.Wrong;
    }

    private static readonly byte[] NoDuress = new byte[PinSecret.HashLength];

    private static PinSecret Nobody(int iterations) => new(iterations, new byte[PinSecret.SaltLength], new byte[PinSecret.HashLength], null);

    private static byte[] Derive(string pin, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(pin), salt, iterations, HashAlgorithmName.SHA256, PinSecret.HashLength);
}
