using System.Collections.Concurrent;
using System.Net;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Lab.Exchange;

/// <summary>
/// The simulated town: a SIP trunk behind which every number has a phone. Real SIP and RTP, nothing of it leaves the machine.
/// </summary>
public sealed class LabTown : IAsyncDisposable
{
    private readonly LabTownOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SipUserAgent _agent;
    private readonly MediaEngine _media;
    private readonly CallCounter _counter;
    private readonly PromptRecogniser _recogniser;
    private readonly WitnessLog _witness;
    private readonly ConcurrentDictionary<string, LabPhone> _claimed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PhoneLine, byte> _lines = new();

    /// <summary>Builds the town; <see cref="StartAsync"/> opens its trunk.</summary>
    public LabTown(LabTownOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _log = loggers.CreateLogger<LabTown>();
        SipListenEndPoint[] listen = [.. options.Listen.Select(Read)];
        _agent = new SipUserAgent(new SipUserAgentOptions { Listen = listen, ContactUser = "lab" }, time, loggers) { IncomingCall = Take };
        _media = new MediaEngine(
            new MediaEngineOptions { BindAddress = listen[0].EndPoint.Address, FirstPort = options.FirstRtpPort, LastPort = options.LastRtpPort }, time, loggers);
        _counter = new CallCounter(options.Channels, options.CallsPerSecond, time);
        _recogniser = new PromptRecogniser(options.Recognised);
        _witness = options.Witness ?? WitnessLog.None();
    }

    /// <summary>Where its trunk listens.</summary>
    public IPEndPoint EndPoint => _agent.BoundEndPoints[0].EndPoint;

    /// <summary>The trunk as an address for the daemon's configuration.</summary>
    public string TrunkUri => $"sip:{EndPoint};transport={_agent.BoundEndPoints[0].Protocol.ToString().ToLowerInvariant()}";

    /// <summary>Calls on it now.</summary>
    public int InUse => _counter.InUse;

    /// <summary>The most calls it had at once.</summary>
    public int Peak => _counter.Peak;

    /// <summary>Calls turned away because the trunk was full or too many came at once.</summary>
    public int OverLimit => _counter.OverLimit;

    /// <summary>How often a number was called.</summary>
    public int CallsTo(string number) => _counter.CallsTo(number);

    /// <summary>Opens the trunk.</summary>
    /// <exception cref="IOException">The address cannot be bound.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await _agent.StartAsync(ct);
        LabLog.TownStarted(_log, TrunkUri);
    }

    /// <summary>Takes a number away from the rules and gives its phone to a test.</summary>
    /// <param name="number">E.164.</param>
    public LabPhone Claim(string number) => _claimed.GetOrAdd(number, static (key, time) => new LabPhone(key, time), _time);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (PhoneLine line in _lines.Keys)
        {
            line.HangUp();
        }

        await _agent.DisposeAsync();
        await _media.DisposeAsync();
    }

    private static SipListenEndPoint Read(string text) =>
        SipListenEndPoint.TryParse(text, out SipListenEndPoint? listen) ? listen! : throw new ArgumentException($"'{text}' is not an address to listen on.", nameof(text));

    private PhoneLine Take(SipIncomingCall incoming)
    {
        var line = new PhoneLine(incoming, _time);
        string number = Normalise(line.Callee);
        if (!_counter.TryEnter(out bool tooFast))
        {
            int status = tooFast ? 503 : _options.OverLimitStatus;
            _witness.Write(new WitnessEntry { Time = _time.GetUtcNow(), What = "overload", Callee = number, CallId = line.CallId, Status = status });
            line.Refuse(status, null);
            return line;
        }

        _lines.TryAdd(line, 0);
        _ = RunAsync(incoming, line, number);
        return line;
    }

    private async Task RunAsync(SipIncomingCall incoming, PhoneLine line, string number)
    {
        // The user agent must have its handler before anything is answered.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            int call = _counter.Next(number);
            bool claimed = _claimed.TryGetValue(number, out LabPhone? phone);
            PhonePlan plan = claimed ? new PhonePlan() : PhoneRules.Plan(PhoneRules.Of(number), call, _options.Times);
            if (plan.Refuse is null && !line.TryOpen(_media, incoming.Sdp, plan.InBandOnly, out string? whyNot))
            {
                LabLog.OfferRefused(_log, line.CallId, whyNot);
                line.Refuse(488, null);
            }
            else if (claimed)
            {
                phone!.Take(line);
                await line.Ended;
            }
            else
            {
                await new VirtualPhone(line, number, plan, _options.Times, _recogniser, _witness, _time).RunAsync();
            }
        }
        catch (Exception error)
        {
            LabLog.PhoneFailed(_log, error, line.CallId);
            line.HangUp();
        }
        finally
        {
            _lines.TryRemove(line, out _);
            _counter.Leave();
        }
    }

    private static string Normalise(string user) => user.StartsWith('+') ? user : user.StartsWith("00", StringComparison.Ordinal) ? "+" + user[2..] : "+" + user;
}
