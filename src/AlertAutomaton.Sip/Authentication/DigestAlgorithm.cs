namespace AlertAutomaton.Sip.Authentication;

/// <summary>Digest hash algorithms (RFC 7616 §3.3, RFC 8760), weakest first so that they compare by strength.</summary>
public enum DigestAlgorithm
{
    /// <summary>MD5: what most trunks still ask.</summary>
    Md5,

    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-512/256 (FIPS 180-4), named SHA-512-256 on the wire.</summary>
    Sha512Truncated256,
}
