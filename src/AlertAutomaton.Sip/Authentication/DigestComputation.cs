using System.Globalization;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>The response of a digest (RFC 7616 §3.4.1), the same for client and server. Pure.</summary>
internal sealed record DigestComputation
{
    public required DigestAlgorithm Algorithm { get; init; }

    public bool IsSession { get; init; }

    public required string Username { get; init; }

    public required string Realm { get; init; }

    public required string Password { get; init; }

    public required string Nonce { get; init; }

    public required string Method { get; init; }

    public required string Uri { get; init; }

    public DigestQuality Quality { get; init; }

    public uint NonceCount { get; init; }

    public string ClientNonce { get; init; } = string.Empty;

    public ReadOnlyMemory<byte> Body { get; init; }

    public static string WriteCount(uint count) => count.ToString("x8", CultureInfo.InvariantCulture);

    public static string QualityName(DigestQuality quality) => quality == DigestQuality.AuthInt ? "auth-int" : "auth";

    public string Response()
    {
        var a1 = Hash($"{Username}:{Realm}:{Password}");
        if (IsSession)
        {
            a1 = Hash($"{a1}:{Nonce}:{ClientNonce}");
        }

        var a2 = Hash(Quality == DigestQuality.AuthInt
            ? $"{Method}:{Uri}:{DigestAlgorithms.Hash(Algorithm, Body.Span)}"
            : $"{Method}:{Uri}");
        return Quality == DigestQuality.None
            ? Hash($"{a1}:{Nonce}:{a2}")
            : Hash($"{a1}:{Nonce}:{WriteCount(NonceCount)}:{ClientNonce}:{QualityName(Quality)}:{a2}");
    }

    private string Hash(string text) => DigestAlgorithms.Hash(Algorithm, text);
}
