namespace AlertAutomaton.Channels.Email;

/// <summary>What a submission says about the relay itself.</summary>
internal enum MailRelayCondition : byte
{
    /// <summary>Nothing: it was about the mail.</summary>
    Unknown,

    /// <summary>It works.</summary>
    Working,

    /// <summary>It cannot be reached, or not securely.</summary>
    Unreachable,

    /// <summary>It refuses us: the login, or what we may send.</summary>
    RefusesUs,
}
