using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>A Digest challenge of WWW-Authenticate or Proxy-Authenticate (RFC 7616 §3.3, RFC 8760).</summary>
public sealed record DigestChallenge
{
    /// <summary>The protection space.</summary>
    public required string Realm { get; init; }

    /// <summary>The server's nonce.</summary>
    public required string Nonce { get; init; }

    /// <summary>Returned unchanged, or null.</summary>
    public string? Opaque { get; init; }

    /// <summary>The algorithm.</summary>
    public DigestAlgorithm Algorithm { get; init; }

    /// <summary>Whether the algorithm is a "-sess" variant.</summary>
    public bool IsSession { get; init; }

    /// <summary>The qualities offered; empty when qop is absent.</summary>
    public IReadOnlyList<DigestQuality> Qualities { get; init; } = [];

    /// <summary>The nonce was too old, the password was right (§3.3).</summary>
    public bool Stale { get; init; }

    /// <summary>The server wants the user name hashed (§3.4.4).</summary>
    public bool UserHash { get; init; }

    /// <summary>The quality to use: auth before auth-int, none when the server offers none; null when it offers only unknown ones.</summary>
    internal DigestQuality? Quality { get; private init; }

    /// <summary>All Digest challenges of one header in a response that can be answered, strongest algorithm first; never Basic.</summary>
    /// <param name="response">The 401 or 407.</param>
    /// <param name="headerName">WWW-Authenticate or Proxy-Authenticate.</param>
    public static IReadOnlyList<DigestChallenge> ReadAll(SipMessage response, string headerName)
    {
        var challenges = new List<DigestChallenge>();
        foreach (var value in response.Headers.GetAll(headerName))
        {
            foreach (var parameters in DigestParameters.ReadAll(Encoding.UTF8.GetBytes(value)))
            {
                if (TryCreate(parameters, out var challenge))
                {
                    challenges.Add(challenge!);
                }
            }
        }

        // A stable order: among equals the server's own preference stands (RFC 8760 §2.4).
        return [.. challenges.OrderByDescending(challenge => challenge.Algorithm)];
    }

    /// <summary>The wire form.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder("Digest realm=").Append(SipText.Quote(Realm))
            .Append(", nonce=").Append(SipText.Quote(Nonce))
            .Append(", algorithm=").Append(DigestAlgorithms.Name(Algorithm, IsSession));
        if (Qualities.Count > 0)
        {
            builder.Append(", qop=\"").AppendJoin(',', Qualities.Select(quality => quality == DigestQuality.AuthInt ? "auth-int" : "auth")).Append('"');
        }

        if (Opaque is not null)
        {
            builder.Append(", opaque=").Append(SipText.Quote(Opaque));
        }

        return builder.Append(Stale ? ", stale=true" : string.Empty).Append(UserHash ? ", userhash=true" : string.Empty).ToString();
    }

    private static bool TryCreate(Dictionary<string, string> parameters, out DigestChallenge? challenge)
    {
        challenge = null;
        if (!parameters.TryGetValue("realm", out var realm)
            || !parameters.TryGetValue("nonce", out var nonce)
            || !DigestAlgorithms.TryParse(parameters.GetValueOrDefault("algorithm"), out var algorithm, out var isSession))
        {
            return false;
        }

        var qualities = ReadQualities(parameters.GetValueOrDefault("qop"), out var usable);
        if (usable is null)
        {
            return false;
        }

        challenge = new DigestChallenge
        {
            Realm = realm,
            Nonce = nonce,
            Opaque = parameters.GetValueOrDefault("opaque"),
            Algorithm = algorithm,
            IsSession = isSession,
            Qualities = qualities,
            Quality = usable,
            Stale = IsTrue(parameters.GetValueOrDefault("stale")),
            UserHash = IsTrue(parameters.GetValueOrDefault("userhash")),
        };
        return true;
    }

    private static List<DigestQuality> ReadQualities(string? text, out DigestQuality? usable)
    {
        var qualities = new List<DigestQuality>();
        foreach (var word in (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries))
        {
            if (string.Equals(word, "auth", StringComparison.OrdinalIgnoreCase))
            {
                qualities.Add(DigestQuality.Auth);
            }
            else if (string.Equals(word, "auth-int", StringComparison.OrdinalIgnoreCase))
            {
                qualities.Add(DigestQuality.AuthInt);
            }
        }

        usable = string.IsNullOrWhiteSpace(text) ? DigestQuality.None
            : qualities.Contains(DigestQuality.Auth) ? DigestQuality.Auth
            : qualities.Count > 0 ? DigestQuality.AuthInt
            : null;
        return qualities;
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
