namespace AlertAutomaton.Sip.Authentication;

/// <summary>How a server challenges.</summary>
public sealed record DigestServerOptions
{
    /// <summary>The realm.</summary>
    public required string Realm { get; init; }

    /// <summary>The algorithms offered, one challenge each, in this order.</summary>
    public IReadOnlyList<DigestAlgorithm> Algorithms { get; init; } = [DigestAlgorithm.Sha256, DigestAlgorithm.Md5];

    /// <summary>How long a nonce is good; then the answer is stale=true.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether qop=auth is offered; without it answers follow RFC 2069 and may be replayed while the nonce lives.</summary>
    public bool OffersQuality { get; init; } = true;

    /// <summary>How many used nonces are remembered with their counts; beyond it the oldest are forgotten, and a replay within their lifetime passes.</summary>
    public int RememberedNonces { get; init; } = 10_000;
}
