using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.UserAgents;

/// <summary>
/// A request other than the first INVITE of a call, with its answers to challenges (RFC 3261 §22.2: at most two). Completes exactly once:
/// with the final response, or with null when none came.
/// </summary>
internal sealed class SingleRequest : IClientTransactionUser
{
    private readonly UserAgentCore _core;
    private readonly DigestClient? _account;
    private readonly Action<SipResponse?> _done;
    private readonly Func<uint>? _nextSequence;
    private SipRequest? _request;
    private int _answers;
    private bool _isDone;

    /// <param name="core">The user agent.</param>
    /// <param name="request">The request, kept to be sent again with credentials.</param>
    /// <param name="account">The account, or null to report challenges as they are.</param>
    /// <param name="done">Called once.</param>
    /// <param name="nextSequence">Gives the CSeq of a repetition, and counts it in the dialog; null counts on from the request's own.</param>
    public SingleRequest(
        UserAgentCore core, SipRequest request, DigestClient? account, Action<SipResponse?> done, Func<uint>? nextSequence = null)
    {
        _core = core;
        _request = request;
        _account = account;
        _done = done;
        _nextSequence = nextSequence;
    }

    /// <summary>Called for each 2xx of an INVITE, repetitions included, before the completion.</summary>
    public Action<SipResponse>? OnInviteSuccess { get; init; }

    /// <summary>What went wrong when the completion is null: the transport's words, or null for time.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public void OnResponse(ClientTransaction transaction, SipResponse response)
    {
        if (response.IsProvisional)
        {
            return;
        }

        if (response.StatusCode is 401 or 407 && !_isDone && TryAnswer(transaction, response))
        {
            return;
        }

        if (response.IsSuccess)
        {
            OnInviteSuccess?.Invoke(response);
        }

        Complete(response);
    }

    /// <inheritdoc/>
    public void OnTimeout(ClientTransaction transaction) => Complete(null);

    /// <inheritdoc/>
    public void OnTransportFailure(ClientTransaction transaction, string reason)
    {
        Failure = reason;
        Complete(null);
    }

    private bool TryAnswer(ClientTransaction transaction, SipResponse response)
    {
        if (_account is null || _request is not { } request)
        {
            return false;
        }

        DigestVerdict verdict = _account.Answer(request, response, _answers);
        if (verdict is not DigestVerdict.Answer answer)
        {
            SipUserAgentLog.ChallengeNotAnswered(_core.Log, request.CallId ?? string.Empty, verdict.GetType().Name);
            return false;
        }

        _answers++;
        request.Headers.Remove(SipHeaderNames.Via);
        request.Headers.Set(answer.Header.Name, answer.Header.Value);
        uint sequence = _nextSequence?.Invoke() ?? (request.CSeq!.Value.Number + 1);
        request.CSeq = new CSeqHeader(sequence, request.Method);
        _core.Transactions.Send(request, transaction.Path, this);
        return true;
    }

    private void Complete(SipResponse? response)
    {
        if (!_isDone)
        {
            _isDone = true;
            _request = null;
            _done(response);
        }
    }
}
