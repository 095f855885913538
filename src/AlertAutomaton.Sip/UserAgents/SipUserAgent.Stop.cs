using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.UserAgents;

/// <content>Stopping: registrations are taken back and calls hung up before the sockets close.</content>
public sealed partial class SipUserAgent
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    /// <summary>Unregisters, hangs up what is left, waits for it at most two seconds, and closes the listeners.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0 || _core is not { } core)
        {
            return;
        }

        SipRegistration[] registrations;
        lock (_registrations)
        {
            registrations = [.. _registrations];
        }

        Task[] goodbyes = [.. registrations.Select(registration => registration.StopAsync()), HangUpAllAsync(core)];
        try
        {
            await Task.WhenAll(goodbyes).WaitAsync(LongestGoodbye, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            SipUserAgentLog.GoodbyeUnanswered(_log);
        }

        foreach (ISipTransport transport in core.Transports.Transports)
        {
            await transport.DisposeAsync().ConfigureAwait(false);
        }

        core.Deadlines.Dispose();
    }

    private Task HangUpAllAsync(UserAgentCore core)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Post(
            _ =>
            {
                core.IncomingCall = null;
                core.AllCallsGone = () => gone.TrySetResult();
                foreach (SipCall call in core.Calls())
                {
                    call.GiveUp(null);
                }

                if (core.CallCount == 0)
                {
                    gone.TrySetResult();
                }
            },
            null);
        return gone.Task;
    }
}
