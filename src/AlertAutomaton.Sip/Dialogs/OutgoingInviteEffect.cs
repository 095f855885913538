using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Dialogs;

/// <summary>What the call has to do after a step of an outgoing INVITE.</summary>
internal abstract record OutgoingInviteEffect
{
    private OutgoingInviteEffect()
    {
    }

    /// <summary>Send CANCEL, and wait 64 times T1 for the final response of the INVITE (§9.1).</summary>
    public sealed record SendCancel : OutgoingInviteEffect;

    /// <summary>Acknowledge the 2xx and tell the application.</summary>
    public sealed record Establish : OutgoingInviteEffect;

    /// <summary>Acknowledge the 2xx that crossed our CANCEL, and hang up (§15: no dialog is left standing).</summary>
    public sealed record HangUpAtOnce : OutgoingInviteEffect;

    /// <summary>Tell the application that it is over.</summary>
    public sealed record End(SipCallEndKind Kind) : OutgoingInviteEffect;
}
