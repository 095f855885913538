using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>A client transaction that lives: its request, its machine and its deadlines. Owned by the driver.</summary>
internal sealed class ClientTransaction : IDeadlineOwner
{
    private readonly TransactionDriver _driver;

    public ClientTransaction(TransactionDriver driver, TransactionKey key, SipRequest request, SipPath path, IClientTransactionUser user)
    {
        _driver = driver;
        Key = key;
        Request = request;
        Path = path;
        User = user;
        IsInvite = request.Method == SipMethod.Invite;
        Repetition = new Deadline(this);
        Lifetime = new Deadline(this);
        InviteState = InviteClientTransaction.Initial(path.IsReliable);
        OtherState = NonInviteClientTransaction.Initial(path.IsReliable);
    }

    /// <summary>What its responses carry.</summary>
    public TransactionKey Key { get; internal set; }

    /// <summary>The request as sent; null once only stray repetitions are awaited.</summary>
    public SipRequest? Request { get; internal set; }

    /// <summary>The way it goes.</summary>
    public SipPath Path { get; internal set; }

    /// <summary>The datagram way to take when TCP, chosen for the size alone, is refused (§18.1.1); null otherwise.</summary>
    public SipPath? FallBack { get; internal set; }

    /// <summary>Who sent it.</summary>
    public IClientTransactionUser User { get; }

    /// <summary>Whether it follows the INVITE machine.</summary>
    public bool IsInvite { get; }

    /// <summary>Whether the request was answered finally, or is over.</summary>
    public bool IsDecided => IsInvite
        ? InviteState.Phase >= InviteClientPhase.Accepted
        : OtherState.Phase >= NonInviteClientPhase.Completed;

    /// <summary>Whether not a single response came yet.</summary>
    public bool IsUnanswered => IsInvite
        ? InviteState.Phase <= InviteClientPhase.Calling
        : OtherState.Phase <= NonInviteClientPhase.Trying;

    internal InviteClientState InviteState { get; set; }

    internal NonInviteClientState OtherState { get; set; }

    internal SipRequest? Ack { get; set; }

    /// <summary>Timers A and E.</summary>
    internal Deadline Repetition { get; }

    /// <summary>Timers B, D, F, K and M.</summary>
    internal Deadline Lifetime { get; }

    /// <inheritdoc/>
    public void OnDeadline(Deadline deadline) => _driver.Advance(this, new TransactionInput.TimerFired((TransactionTimer)deadline.Kind));
}
