using System.Security.Cryptography;
using System.Text;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>Names and hashes of the digest algorithms.</summary>
internal static class DigestAlgorithms
{
    private const string SessionSuffix = "-sess";

    /// <summary>Reads an algorithm parameter; absent means MD5 (RFC 7616 §3.3).</summary>
    public static bool TryParse(string? text, out DigestAlgorithm algorithm, out bool isSession)
    {
        text ??= "MD5";
        isSession = text.EndsWith(SessionSuffix, StringComparison.OrdinalIgnoreCase);
        var name = isSession ? text[..^SessionSuffix.Length] : text;
        DigestAlgorithm? found = name.ToUpperInvariant() switch
        {
            "MD5" => DigestAlgorithm.Md5,
            "SHA-256" => DigestAlgorithm.Sha256,
            "SHA-512-256" => DigestAlgorithm.Sha512Truncated256,
            _ => null,
        };
        algorithm = found ?? default;
        return found is not null;
    }

    public static string Name(DigestAlgorithm algorithm, bool isSession)
    {
        var name = algorithm switch
        {
            DigestAlgorithm.Sha256 => "SHA-256",
            DigestAlgorithm.Sha512Truncated256 => "SHA-512-256",
            _ => "MD5",
        };
        return isSession ? name + SessionSuffix : name;
    }

    /// <summary>The hash of UTF-8 text, in lower-case hexadecimal.</summary>
    public static string Hash(DigestAlgorithm algorithm, string text) => Hash(algorithm, Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of bytes, in lower-case hexadecimal.</summary>
    public static string Hash(DigestAlgorithm algorithm, ReadOnlySpan<byte> data) => Convert.ToHexStringLower(algorithm switch
    {
        DigestAlgorithm.Sha256 => SHA256.HashData(data),
        DigestAlgorithm.Sha512Truncated256 => Sha512Truncated256.Hash(data),
#pragma warning disable CA5351 // The trunk chooses the algorithm; MD5 is answered only when nothing stronger is offered.
        _ => MD5.HashData(data),
#pragma warning restore CA5351
    });
}
