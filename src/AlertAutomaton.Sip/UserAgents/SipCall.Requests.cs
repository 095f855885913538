using System.Security.Cryptography;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>Requests that we send inside the dialog.</content>
internal abstract partial class SipCall
{
    private readonly List<TaskCompletionSource<SipResponse?>> _waiters = [];
    private bool _inviteIsOut;
    private (ReadOnlyMemory<byte> Sdp, TaskCompletionSource<SipResponse?> Waiter)? _glaring;

    /// <summary>The offer or answer that we gave last, sent again by a refresh.</summary>
    protected ReadOnlyMemory<byte> LocalSdp { get; set; }

    /// <inheritdoc/>
    public Task<SipResponse?> SendInfoAsync(string contentType, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        TaskCompletionSource<SipResponse?> waiter = NewWaiter();
        Core.Queue.Post(_ => SendInfo(contentType, body, waiter), null);
        return waiter.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public Task<SipResponse?> ReInviteAsync(ReadOnlyMemory<byte> sdp, CancellationToken ct)
    {
        TaskCompletionSource<SipResponse?> waiter = NewWaiter();
        Core.Queue.Post(_ => ReInvite(sdp, waiter, isRetry: false), null);
        return waiter.Task.WaitAsync(ct);
    }

    /// <summary>Sends a request of the current dialog that already carries its CSeq, answering challenges.</summary>
    protected void SendInDialog(SipRequest request, Action<SipResponse?> done)
    {
        SipPath path = Core.NextHopOf(_dialog!);
        Account?.TryAuthorize(request);
        Core.Transactions.Send(request, path, new SingleRequest(Core, request, Account, done, NextSequence));
    }

    private static TaskCompletionSource<SipResponse?> NewWaiter() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private uint NextSequence()
    {
        Dialog = _dialog!.Next();
        return _dialog!.LocalSequence;
    }

    private void SendInfo(string contentType, ReadOnlyMemory<byte> body, TaskCompletionSource<SipResponse?> waiter)
    {
        if (_state != SipCallState.Answered || _dialog is null)
        {
            waiter.TrySetResult(null);
            return;
        }

        _waiters.Add(waiter);
        SipRequest request = _dialog.CreateRequest(SipMethod.Info, NextSequence());
        request.SetBody(contentType, body);
        SendInDialog(request, response => Complete(waiter, response));
    }

    private void ReInvite(ReadOnlyMemory<byte> sdp, TaskCompletionSource<SipResponse?> waiter, bool isRetry)
    {
        if (_state != SipCallState.Answered || _dialog is null || _inviteIsOut)
        {
            waiter.TrySetResult(null);
            return;
        }

        if (!isRetry)
        {
            _waiters.Add(waiter);
        }

        SendReInvite(sdp, response =>
        {
            if (response is { StatusCode: 491 } && !isRetry && _state == SipCallState.Answered)
            {
                // §14.1: the owner of the Call-ID waits 2.1 to 4 s, the other side less than 2 s.
                _glaring = (sdp, waiter);
                int wait = OwnsCallId ? RandomNumberGenerator.GetInt32(2_100, 4_000) : RandomNumberGenerator.GetInt32(0, 2_000);
                Arm(SipCallDeadline.GlareOver, TimeSpan.FromMilliseconds(wait));
                return;
            }

            Complete(waiter, response);
        });
    }

    /// <summary>Whether this side made the Call-ID.</summary>
    protected abstract bool OwnsCallId { get; }

    private void RetryReInvite()
    {
        if (_glaring is { } glaring)
        {
            _glaring = null;
            ReInvite(glaring.Sdp, glaring.Waiter, isRetry: true);
        }
    }

    private void SendReInvite(ReadOnlyMemory<byte> sdp, Action<SipResponse?> done)
    {
        SipRequest request = _dialog!.CreateRequest(SipMethod.Invite, NextSequence());
        AddSessionHeaders(request);
        AddSessionExpires(request);
        request.SetBody(SessionBody.Sdp, sdp);
        LocalSdp = sdp;
        _inviteIsOut = true;
        SipRequest? ack = null;
        SipPath path = Core.NextHopOf(_dialog!);
        Account?.TryAuthorize(request);
        var single = new SingleRequest(
            Core,
            request,
            Account,
            response =>
            {
                _inviteIsOut = false;
                done(response);
            },
            NextSequence)
        {
            OnInviteSuccess = response =>
            {
                bool isFirst = ack is null;
                if (isFirst)
                {
                    Dialog = _dialog!.Refreshed(response);
                    path = Core.NextHopOf(_dialog!);
                    ack = Core.WithVia(_dialog!.CreateRequest(SipMethod.Ack, response.CSeq!.Value.Number), path);
                }

                Core.Transports.Send(ack!, path);
                if (isFirst && !IsLeaving)
                {
                    Step(SessionTimerAgreement.OfResponse(response));
                    Handler?.OnAnswered(this, response, SessionBody.Of(response));
                }
            },
        };
        Core.Transactions.Send(request, path, single);
    }

    /// <summary>Contact, Allow and Supported, which every message that makes or refreshes a dialog carries.</summary>
    protected void AddSessionHeaders(SipMessage message) => AddSessionHeaders(message, _dialog!.Path);

    protected void AddSessionHeaders(SipMessage message, SipPath path)
    {
        message.Headers.Add(SipHeaderNames.Contact, Core.Transports.NewContact(path, Core.Options.ContactUser).ToString());
        message.Headers.Add(SipHeaderNames.Allow, Core.Allow);
        message.Headers.Add(SipHeaderNames.Supported, Supported);
    }

    private void Complete(TaskCompletionSource<SipResponse?> waiter, SipResponse? response)
    {
        _waiters.Remove(waiter);
        waiter.TrySetResult(response);
    }

    private void CompleteWaiters()
    {
        foreach (TaskCompletionSource<SipResponse?> waiter in _waiters)
        {
            waiter.TrySetResult(null);
        }

        _waiters.Clear();
        _glaring = null;
    }
}
