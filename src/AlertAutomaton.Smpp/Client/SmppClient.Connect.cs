using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Session;

namespace AlertAutomaton.Smpp.Client;

/// <content>Staying bound.</content>
public sealed partial class SmppClient
{
    void ISmppSessionUser.Deliver(SmppSession session, SmppPdu pdu) => _inbound.Take(session, pdu);

    void ISmppSessionUser.SessionBound(SmppSession session, string systemId)
    {
        lock (_gate)
        {
            if (session.CanSubmit)
            {
                _transmitter = session;
                _since = _time.GetUtcNow();
                _ = _whenBound.TrySetResult();
            }

            _receiver = session.CanReceive ? session : _receiver;
        }

        SmppClientLog.Bound(_log, _options.Name, session.Mode, systemId);
        TellChange();
    }

    void ISmppSessionUser.Throttled(CommandStatus status, double rate)
    {
        lock (_gate)
        {
            if (_throttlingToldAt is { } told && Now - told < TimeSpan.FromSeconds(10))
            {
                return;
            }

            _throttlingToldAt = Now;
        }

        SmppClientLog.Throttled(_log, _options.Name, CommandStatusTable.NameOf(status), rate);
    }

    private static ReconnectCause CauseOf(SessionEnd end) => end.Kind switch
    {
        SessionEndKind.Refused => CommandStatusTable.VerdictOf(end.Status) switch
        {
            CommandVerdict.CredentialsRefused => ReconnectCause.CredentialsRefused,
            CommandVerdict.AlreadyBound => ReconnectCause.AlreadyBound,
            _ => ReconnectCause.Refused,
        },
        SessionEndKind.SentAway => ReconnectCause.Refused,
        _ => ReconnectCause.Unreachable,
    };

    private async Task KeepBoundAsync(BindRequest template)
    {
        var bind = template with
        {
            SystemId = _options.SystemId,
            Password = _options.Password,
            SystemType = _options.SystemType,
            AddressRange = _options.AddressRange,
        };
        var failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            var (cause, boundFor, reason) = await LiveOnceAsync(bind);
            if (_stop.IsCancellationRequested)
            {
                break;
            }

            double chance;
            lock (_gate)
            {
                chance = _random.NextDouble();
                _lastFault = reason;
            }

            (failures, var wait) = ReconnectBackoff.Next(
                failures, cause, boundFor, chance, _options.FirstReconnectWait, _options.LongestReconnectWait);
            SmppClientLog.NotBound(_log, _options.Name, bind.Command.ToString(), reason, Math.Round(wait.TotalSeconds, 1));
            TellChange();
            await Task.Delay(wait, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        SmppClientLog.Left(_log, _options.Name, bind.Command.ToString());
    }

    private async Task<(ReconnectCause Cause, TimeSpan BoundFor, string Reason)> LiveOnceAsync(BindRequest bind)
    {
        var (stream, fault) = await SmppTransport.ConnectAsync(_options, _time, _stop.Token);
        if (stream is null)
        {
            return (ReconnectCause.Unreachable, TimeSpan.Zero, fault ?? "no connection");
        }

        var connection = new SmppConnection(stream, _options.MaximumPduLength, $"{_options.Name} {bind.Command}", _trace);
        var session = new SmppSession(connection, _options, bind, this, _rate, _counters, _time, _start);
        var end = await session.RunAsync(Forget, _stop.Token);
        if (session.WithoutResponse > 0)
        {
            SmppClientLog.WithoutResponse(_log, _options.Name, session.WithoutResponse);
        }

        return (CauseOf(end), session.BoundAt is { } at ? Now - at : TimeSpan.Zero, end.Reason);
    }

    private void Forget(SmppSession session)
    {
        lock (_gate)
        {
            if (_transmitter == session)
            {
                _transmitter = null;
                _since = _time.GetUtcNow();
                _whenBound = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _receiver = _receiver == session ? null : _receiver;
        }
    }

    private void TellChange()
    {
        try
        {
            Changed?.Invoke(this, new SmppClientChangedEventArgs(Snapshot()));
        }
        catch (Exception failure)
        {
            SmppClientLog.ListenerFailed(_log, _options.Name, failure);
        }
    }
}
