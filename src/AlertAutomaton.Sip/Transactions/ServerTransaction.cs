using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>A server transaction that lives: its machine, its last response and its deadlines. Owned by the driver.</summary>
internal sealed class ServerTransaction : IDeadlineOwner
{
    private readonly TransactionDriver _driver;

    public ServerTransaction(TransactionDriver driver, TransactionKey key, SipRequest request, SipPath path)
    {
        _driver = driver;
        Key = key;
        Request = request;
        Path = path;
        IsInvite = request.Method == SipMethod.Invite;
        Repetition = new Deadline(this);
        Lifetime = new Deadline(this);
        InviteState = InviteServerTransaction.Initial(path.IsReliable);
        OtherState = NonInviteServerTransaction.Initial(path.IsReliable);
    }

    /// <summary>What its repetitions carry.</summary>
    public TransactionKey Key { get; }

    /// <summary>The request; null once it is answered finally.</summary>
    public SipRequest? Request { get; internal set; }

    /// <summary>The way back.</summary>
    public SipPath Path { get; }

    /// <summary>Who is told about CANCEL and lost answers; set by the core.</summary>
    public IServerTransactionUser? User { get; set; }

    /// <summary>Whether it follows the INVITE machine.</summary>
    public bool IsInvite { get; }

    /// <summary>Whether a final response was sent.</summary>
    public bool IsDecided => IsInvite
        ? InviteState.Phase >= InviteServerPhase.Accepted
        : OtherState.Phase >= NonInviteServerPhase.Completed;

    internal InviteServerState InviteState { get; set; }

    internal NonInviteServerState OtherState { get; set; }

    internal (string CallId, string? FromTag, uint CSeq)? MergeKey { get; set; }

    internal byte[]? LastResponse { get; set; }

    /// <summary>Timer G and the delay before a 100.</summary>
    internal Deadline Repetition { get; }

    /// <summary>Timers H, I, J and L.</summary>
    internal Deadline Lifetime { get; }

    /// <summary>Sends a response; ignored after the final one, except for 2xx repeated by the dialog (RFC 6026 §7.1).</summary>
    public void Respond(SipResponse response) => _driver.Advance(this, new TransactionInput.Answer(response));

    /// <inheritdoc/>
    public void OnDeadline(Deadline deadline) => _driver.Advance(this, new TransactionInput.TimerFired((TransactionTimer)deadline.Kind));
}
