using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>Keeps one trunk: resolves its name, registers where it is wanted, probes it with OPTIONS, and tells the lines what it finds.</summary>
internal sealed class TrunkKeeper(
    TrunkLink link, TrunkLines lines, SipUserAgent agent, ISipResolver resolver, Action resolvedAnew, TimeProvider time, ILogger log)
    : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ResolveAgain = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ResolvePatience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stop = new();
    private SipRegistration? _registration;
    private Task _running = Task.CompletedTask;
    private int _unansweredInARow;

    /// <summary>The trunk's name.</summary>
    public string Name => link.Name;

    /// <summary>Resolves the trunk once and begins to keep it.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await ResolveAsync(ct);
        if (link.Address.Options.Register)
        {
            _registration = agent.Register(RegistrationOptions());
            _registration.StateChanged += (_, _) => RegistrationChanged();
            RegistrationChanged();
        }

        _running = KeepAsync(_stop.Token);
    }

    /// <summary>Asks the trunk once whether it lives.</summary>
    /// <returns>Null when it does, else why not.</returns>
    public async Task<string?> ProbeAsync(TimeSpan patience, CancellationToken ct)
    {
        if (link.Destination is not { } destination)
        {
            return "its name leads nowhere";
        }

        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        SipResponse? response;
        try
        {
            response = await agent.SendOutOfDialogAsync(Options(), destination, both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            response = null;
        }

        return response switch
        {
            null => $"{destination} does not answer OPTIONS",
            // Whatever else it says to OPTIONS (401, 404, 405 …), it is alive; 503 is how a trunk says that it is out of service.
            { StatusCode: 503 } => $"{destination} answers 503",
            _ => null,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        if (_registration is { } registration)
        {
            await registration.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick, time);
        long probed = time.GetTimestamp();
        long resolved = time.GetTimestamp();
        bool first = true;
        try
        {
            while (first || await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    (TrunkHealth health, bool mute) = lines.Watch(link.Name);
                    TimeSpan interval = ProbeSchedule.Interval(link.Address.Options, health, mute);
                    if (interval != Timeout.InfiniteTimeSpan && (first || time.GetElapsedTime(probed) >= interval))
                    {
                        probed = time.GetTimestamp();
                        first = false;
                        Take(await ProbeAsync(ProbeSchedule.Patience, stop));
                    }

                    first = false;
                    bool lost = health == TrunkHealth.Down || link.Destination is null;
                    if (time.GetElapsedTime(resolved) >= (lost ? ResolveAgain / 12 : ResolveAgain))
                    {
                        resolved = time.GetTimestamp();
                        await ResolveAsync(stop);
                    }
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    // Whatever it was, a trunk without its keeper would never come back.
                    TelephonyLog.KeeperFailed(log, error, link.Name);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service is closing.
        }
    }

    private void Take(string? trouble)
    {
        lines.Observe(link.Name, trouble is null ? TrunkHealthInput.ProbeAnswered : TrunkHealthInput.ProbeUnanswered, trouble);
        _unansweredInARow = trouble is null ? 0 : _unansweredInARow + 1;
        if (_unansweredInARow >= 2)
        {
            _unansweredInARow = 0;
            link.FailOver();
        }
    }

    private async Task ResolveAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(ResolvePatience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            IReadOnlyList<SipDestination> found = await resolver.ResolveAsync(link.Address.Uri, SipTransportProtocol.Udp, both.Token);
            if (found.Count > 0)
            {
                link.Destinations = found;
                resolvedAnew();
                return;
            }

            TelephonyLog.TrunkNotResolved(log, link.Name, "no server stands behind the name");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            TelephonyLog.TrunkNotResolved(log, link.Name, "name servers do not answer");
        }
    }

    private SipRequest Options()
    {
        var request = new SipRequest(SipMethod.Options, link.Address.Uri);
        request.Headers.Set(SipHeaderNames.From, new NameAddress(null, link.Address.Account()).ToString());
        request.Headers.Set(SipHeaderNames.To, new NameAddress(null, new SipUri("sip", null, link.Address.Uri.Host)).ToString());
        request.Headers.Set(SipHeaderNames.Accept, "application/sdp");
        return request;
    }

    private SipRegistrationOptions RegistrationOptions() => new()
    {
        Name = link.Name,
        Registrar = new SipUri("sip", null, link.Address.Uri.Host),
        Destination = _ => ValueTask.FromResult(link.Destination),
        AddressOfRecord = link.Address.Account(),
        Credentials = link.Address.Credentials,
        Expires = link.Address.Options.RegistrationExpires,
    };

    private void RegistrationChanged()
    {
        if (_registration is not { } registration)
        {
            return;
        }

        if (registration.State == SipRegistrationState.Registered)
        {
            link.ServiceRoute = registration.ServiceRoute;
            lines.Observe(link.Name, TrunkHealthInput.Registered, null);
        }
        else
        {
            lines.Observe(link.Name, TrunkHealthInput.RegistrationLost, registration.LastFailure);
        }
    }
}
