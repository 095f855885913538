namespace AlertAutomaton.Sip.Authentication;

/// <summary>The account that a trunk gave us. Answered only to challenges of that trunk, and only for its realm.</summary>
public sealed record SipCredentials
{
    /// <summary>The user name of the account.</summary>
    public required string Username { get; init; }

    /// <summary>The password of the account.</summary>
    public required string Password { get; init; }

    /// <summary>The realm that may ask for it; null pins the first realm that the trunk names.</summary>
    public string? Realm { get; init; }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{Username}@{Realm ?? "*"}";
}
