namespace AlertAutomaton.Sip.Dialogs;

/// <summary>What may happen to an outgoing INVITE.</summary>
internal abstract record OutgoingInviteInput
{
    private OutgoingInviteInput()
    {
    }

    /// <summary>A response 100-199.</summary>
    public sealed record Provisional : OutgoingInviteInput;

    /// <summary>The first 2xx.</summary>
    public sealed record Success : OutgoingInviteInput;

    /// <summary>A final response that ends the attempt.</summary>
    public sealed record Refused(int StatusCode) : OutgoingInviteInput;

    /// <summary>The INVITE goes out again in a new transaction: with credentials, a longer session interval or a new target.</summary>
    public sealed record Repeated : OutgoingInviteInput;

    /// <summary>The application or the ring time wants the end.</summary>
    public sealed record GivenUp(bool RingTimedOut) : OutgoingInviteInput;

    /// <summary>No response in 64 times T1, or no final response to a cancelled INVITE.</summary>
    public sealed record Unanswered : OutgoingInviteInput;

    /// <summary>The INVITE could not be sent.</summary>
    public sealed record Unsendable : OutgoingInviteInput;
}
