using System.Net;
using System.Text.Json;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Admission;
using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Resolution;
using AlertAutomaton.Sip.Tracing;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.Telephony.Trunks;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony;

/// <summary>
/// The telephone of the daemon: one SIP user agent, one media engine, all trunks with their lines, registrations and probes.
/// </summary>
public sealed class TelephonyService : IAsyncDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(3);
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SipSourcePolicy _policy;
    private readonly SipUserAgent _agent;
    private readonly MediaEngine _media;
    private readonly Dictionary<string, TrunkLink> _links;
    private readonly TrunkKeeper[] _keepers;
    private readonly CallRegister _calls = new();
    private readonly InboundDoor _door;
    private readonly CancellationTokenSource _stop = new();
    private bool _disposed;

    /// <summary>Builds the service; nothing is bound or sent before <see cref="StartAsync"/>.</summary>
    /// <param name="options">What to listen on, and the trunks.</param>
    /// <param name="resolver">Finds the servers of a trunk's name.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where to log.</param>
    /// <param name="trace">Gets every SIP message as it is on the wire, or null.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message holds every problem.</exception>
    public TelephonyService(TelephonyOptions options, ISipResolver resolver, TimeProvider time, ILoggerFactory loggers, ISipTrace? trace = null)
    {
        IReadOnlyList<string> problems = TelephonyOptionsReader.Problems(options);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        }

        _time = time;
        _log = loggers.CreateLogger<TelephonyService>();
        _policy = new SipSourcePolicy(new SipSourceOptions { Trusted = TrunkNetworks(options) }, time, _log);
        _agent = new SipUserAgent(TelephonyOptionsReader.ForSignalling(options), time, loggers, trace, _policy);
        _media = new MediaEngine(TelephonyOptionsReader.ForSound(options), time, loggers);
        Lines = new TrunkLines(options.Trunks, time, _log);
        _links = options.Trunks.ToDictionary(
            trunk => trunk.Name, trunk => TrunkAddress.TryRead(trunk, out TrunkAddress? address) ? new TrunkLink(address) : throw new ArgumentException(trunk.Uri, nameof(options)),
            StringComparer.Ordinal);
        _keepers = [.. _links.Values.Select(link => new TrunkKeeper(link, Lines, _agent, resolver, TrustTrunks, time, _log))];
        _door = new InboundDoor(_media, Lines, _links.Values, _calls, time, _log, _stop.Token);
        Lines.Placer = new CallPlacer(_agent, _media, Lines, _links, _calls, time, _log);
        Lines.WentDown = _calls.TrunkWentDown;
        _agent.IncomingCall = _door.Consider;
    }

    /// <summary>The lines of all trunks.</summary>
    public TrunkLines Lines { get; }

    /// <summary>Every trunk as it is now.</summary>
    public IReadOnlyList<TrunkSnapshot> Trunks => Lines.Snapshots();

    /// <summary>The addresses really listened on.</summary>
    public IReadOnlyList<SipListenEndPoint> BoundEndPoints => _agent.BoundEndPoints;

    /// <summary>Calls in progress, ringing ones included.</summary>
    public int CallsInProgress => _calls.Count;

    /// <summary>Media sessions in use; zero when no call is in progress.</summary>
    public int SoundsInUse => _media.SessionsInUse;

    /// <summary>Who answers calls that come in; null refuses them.</summary>
    public IInboundCallListener? Inbound
    {
        get => _door.Listener;
        set => _door.Listener = value;
    }

    /// <summary>Binds the listeners, finds the trunks, begins to register and to probe. Trunks that do not answer are no error here.</summary>
    /// <exception cref="IOException">An address cannot be bound; the message names it and the mend.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await _agent.StartAsync(ct);
        await Task.WhenAll(_keepers.Select(keeper => keeper.StartAsync(ct)));
    }

    /// <summary>Asks every trunk whether it lives, for a check on demand.</summary>
    /// <param name="patience">How long each may take.</param>
    /// <param name="ct">Ends the asking.</param>
    /// <returns>For each trunk null when it answers, else why not; a trunk that wants a registration must have one by then.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> CheckAsync(TimeSpan patience, CancellationToken ct)
    {
        string?[] troubles = await Task.WhenAll(_keepers.Select(keeper => keeper.ProbeAsync(patience, ct)));
        return _keepers.Zip(troubles).ToDictionary(pair => pair.First.Name, pair => pair.Second ?? RegistrationTrouble(pair.First.Name), StringComparer.Ordinal);
    }

    /// <summary>Hangs up calls that an earlier process of ours left standing; without it they hold trunk channels for minutes.</summary>
    /// <param name="dialogIdentities">What <see cref="PlaceOptions.KeepAnswer"/> or <see cref="Call.DialogIdentityJson"/> gave.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>How many are known to be over: the far end confirmed, or knows no such call any more.</returns>
    public async Task<int> HangUpStandingAsync(IReadOnlyCollection<string> dialogIdentities, CancellationToken ct)
    {
        var goodbyes = new List<Task<bool>>();
        foreach (string json in dialogIdentities.Where(json => json.Length > 0))
        {
            if (ReadIdentity(json) is { } identity)
            {
                goodbyes.Add(_agent.HangUpStandingAsync(identity, CredentialsFor(identity), ct));
            }
        }

        int over = (await Task.WhenAll(goodbyes)).Count(confirmed => confirmed);
        TelephonyLog.StandingCallsHungUp(_log, over, dialogIdentities.Count);
        return over;
    }

    /// <summary>Withdraws and hangs up every call, waits a few seconds for the far ends, unregisters and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Lines.Dispose();
        await _stop.CancelAsync();
        await Task.WhenAny(_calls.EndAllAsync("the service is closing"), Task.Delay(LongestGoodbye, _time));
        foreach (TrunkKeeper keeper in _keepers)
        {
            await keeper.DisposeAsync();
        }

        await _agent.DisposeAsync();
        await _media.DisposeAsync();
        _stop.Dispose();
    }

    private static List<IPNetwork> TrunkNetworks(TelephonyOptions options) =>
        [.. options.Trunks.SelectMany(trunk => TrunkAddress.TryRead(trunk, out TrunkAddress? address) ? address.Sources : [])];

    private void TrustTrunks() =>
        _policy.Trust(_links.Values.SelectMany(link => link.Destinations).Select(destination => destination.EndPoint.Address));

    private string? RegistrationTrouble(string trunk)
    {
        TrunkSnapshot snapshot = Trunks.First(candidate => string.Equals(candidate.Name, trunk, StringComparison.Ordinal));
        return snapshot.Health == TrunkHealth.Unregistered ? snapshot.Trouble ?? "it has not accepted the registration" : null;
    }

    /// <summary>The account of the trunk that carried the call, where its BYE is challenged.</summary>
    private SipCredentials? CredentialsFor(SipDialogIdentity identity) =>
        IPEndPoint.TryParse(identity.NextHop, out IPEndPoint? hop) ? _links.Values.FirstOrDefault(link => link.IsSource(hop.Address))?.Address.Credentials : null;

    private SipDialogIdentity? ReadIdentity(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DialogIdentityJsonContext.Default.SipDialogIdentity);
        }
        catch (JsonException error)
        {
            TelephonyLog.StandingCallUnreadable(_log, error.Message);
            return null;
        }
    }
}
