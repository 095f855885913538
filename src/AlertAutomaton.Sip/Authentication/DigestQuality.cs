namespace AlertAutomaton.Sip.Authentication;

/// <summary>The quality of protection that a digest uses (RFC 7616 §3.3).</summary>
public enum DigestQuality
{
    /// <summary>No qop parameter: the form of RFC 2069, without client nonce.</summary>
    None,

    /// <summary>qop=auth.</summary>
    Auth,

    /// <summary>qop=auth-int: the body is covered too.</summary>
    AuthInt,
}
