namespace AlertAutomaton.Sip.Authentication;

/// <summary>What a server found in the credentials of a request.</summary>
public enum DigestServerVerdict
{
    /// <summary>The credentials are right.</summary>
    Accepted,

    /// <summary>There are none for this realm: challenge.</summary>
    Missing,

    /// <summary>Right, but the nonce is old or its count was used: challenge with stale=true.</summary>
    Stale,

    /// <summary>Unknown user, wrong password or malformed: challenge again or 403.</summary>
    Wrong,
}
