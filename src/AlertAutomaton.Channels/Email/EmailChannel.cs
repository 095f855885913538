using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Email;

/// <summary>Writes a mail to a household, hands it to a relay and names the outcome. One route per configured relay.</summary>
public sealed class EmailChannel : IDeliveryChannel, IDisposable
{
    private readonly MailRelayLines[] _relays;
    private readonly Dictionary<string, MailRelayHealth> _health;
    private readonly EmailComposer _composer;
    private readonly IMailTransport _transport;
    private readonly ILogger<EmailChannel> _log;

    /// <summary>Makes the channel; connects to nothing yet.</summary>
    /// <param name="options">Relays and sender, already validated (<see cref="EmailOptionsValidator"/>).</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where trouble with a relay goes, once per change.</param>
    public EmailChannel(EmailChannelOptions options, TimeProvider time, ILogger<EmailChannel> log)
        : this(options, new FrameworkMailTransport(time), time, log)
    {
    }

    internal EmailChannel(EmailChannelOptions options, IMailTransport transport, TimeProvider time, ILogger<EmailChannel> log)
    {
        _composer = new EmailComposer(options);
        _transport = transport;
        _log = log;
        _relays = [.. options.Relays.Select(relay => new MailRelayLines(relay, time, () => CapacityChanged?.Invoke()))];
        _health = options.Relays.ToDictionary(relay => relay.Name, _ => new MailRelayHealth(), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public event Action? CapacityChanged;

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <summary>Relays that refused this service or could not be reached when last tried, by name.</summary>
    public IReadOnlyList<string> TroubledRelays =>
        [.. _health.Where(relay => relay.Value.Condition is MailRelayCondition.Unreachable or MailRelayCondition.RefusesUs).Select(relay => relay.Key)];

    /// <inheritdoc/>
    public string RouteOf(in RouteRequest request)
    {
        foreach (MailRelayLines relay in _relays)
        {
            if (!string.Equals(relay.Relay.Name, request.AvoidLine, StringComparison.Ordinal))
            {
                return relay.Relay.Name;
            }
        }

        return _relays.Length == 0 ? "" : _relays[0].Relay.Name;
    }

    /// <inheritdoc/>
    public bool TryReserve(string route, [NotNullWhen(true)] out ILineReservation? reservation)
    {
        reservation = Find(route)?.TryReserve(out MailRelayLine? line) == true ? line : null;
        return reservation is not null;
    }

    /// <inheritdoc/>
    public ChannelCapacity CapacityOf(string route) =>
        Find(route) is { Relay: var relay } ? new ChannelCapacity(relay.Connections, relay.MailsPerSecond) : new ChannelCapacity(0, 0);

    /// <inheritdoc/>
    public async Task<AttemptResult> DeliverAsync(DeliveryOrder order, ILineReservation line, IAttemptReporter reporter, CancellationToken stop)
    {
        MailRelayOptions relay = ((MailRelayLine)line).Relay;
        if (_composer.Compose(order) is not { } mail)
        {
            return new AttemptResult { Outcome = AttemptOutcome.InvalidNumber, Detail = "not a mail address" };
        }

        MailSubmission seen = await _transport.SubmitAsync(relay, mail, stop);
        // A login in doubt counts as refused: better to try an address again than to strike it off.
        bool? login = relay.LogsIn && MailVerdictTable.NeedsLoginCheck(seen) ? await LoginAsync(relay, stop) ?? false : null;
        MailVerdict verdict = MailVerdictTable.Judge(seen, login);
        Note(relay, verdict, seen);
        bool left = verdict.Outcome is AttemptOutcome.Submitted or AttemptOutcome.Unknown;
        return new AttemptResult
        {
            Outcome = verdict.Outcome,
            Detail = verdict.Detail,
            References = left ? [AttemptReference.Mail(order.Attempt)] : [],
            Units = left ? 1 : 0,
        };
    }

    /// <summary>Mails a note of the machine itself, to those who look after it. It waits for no place among the mails of alerts; the relays are tried in their order.</summary>
    /// <param name="to">The address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">A few sentences.</param>
    /// <param name="language">Their language, two letters.</param>
    /// <param name="time">The clock, for the Message-ID.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True when a relay took it.</returns>
    public async Task<bool> SendNoteAsync(string to, string subject, string text, string language, TimeProvider time, CancellationToken stop)
    {
        if (_composer.Note(to, subject, text, language, AttemptId.New(time)) is not { } mail)
        {
            return false;
        }

        foreach (MailRelayOptions relay in _relays.Select(lines => lines.Relay))
        {
            if (MailVerdictTable.Judge(await _transport.SubmitAsync(relay, mail, stop)).Outcome == AttemptOutcome.Submitted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        foreach (MailRelayLines relay in _relays)
        {
            relay.Dispose();
        }

        _transport.Dispose();
    }

    private async Task<bool?> LoginAsync(MailRelayOptions relay, CancellationToken stop)
    {
        try
        {
            return await _transport.TakesLoginAsync(relay, stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private MailRelayLines? Find(string route)
    {
        foreach (MailRelayLines relay in _relays)
        {
            if (string.Equals(relay.Relay.Name, route, StringComparison.Ordinal))
            {
                return relay;
            }
        }

        return null;
    }

    private void Note(MailRelayOptions relay, MailVerdict verdict, MailSubmission seen)
    {
        if (!_health[relay.Name].Note(verdict.Relay))
        {
            return;
        }

        switch (verdict.Relay)
        {
            case MailRelayCondition.Working:
                EmailLog.RelayWorks(_log, relay.Name);
                break;
            case MailRelayCondition.RefusesUs:
                EmailLog.RelayRefusesUs(_log, relay.Name, verdict.Detail);
                break;
            default:
                EmailLog.RelayUnreachable(_log, relay.Name, seen.Fault.Length > 0 ? seen.Fault : verdict.Detail);
                break;
        }
    }
}
