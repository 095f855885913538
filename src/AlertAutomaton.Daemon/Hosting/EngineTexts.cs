using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Channels.Sms;
using AlertAutomaton.Channels.Sms.Estimates;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Channels.Sms.Replies;
using AlertAutomaton.Channels.Sms.Texts;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Storage.Sqlite.Desk;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The part of the engine that texts: gateways, receipts, replies.</summary>
internal sealed class EngineTexts : IAsyncDisposable
{
    private static readonly TimeSpan AlarmValidity = TimeSpan.FromHours(4);
    private readonly IReadOnlyList<SmppGateway> _gateways;
    private readonly GatewayPool _pool;
    private readonly SmsMeters _meters = new();
    private readonly TextReceipts _receipts;
    private readonly SmsChannel _channel;
    private readonly DaemonOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly SmsStyle _style;
    private ReplyRouter? _replies;

    /// <param name="options">With at least one gateway.</param>
    /// <param name="linkBase">What stands before the acknowledgement links; null: no links.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    public EngineTexts(DaemonOptions options, Uri? linkBase, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _loggers = loggers;
        var seed = (int)time.GetTimestamp();
        _gateways =
        [
            .. options.Smpp.Gateways.Select(gateway => new SmppGateway(
                GatewayMapping.Channel(gateway, options.Organisation.Country), GatewayMapping.Connection(gateway), time, Chance.Create(seed++), loggers.CreateLogger<SmppGateway>())),
        ];
        _pool = new GatewayPool(_gateways, new GatewaySwitchOptions(), time, loggers.CreateLogger<GatewayPool>());
        _receipts = new TextReceipts(_pool, time, _meters, loggers.CreateLogger<TextReceipts>());
        _style = new SmsStyle
        {
            OrganisationName = options.Organisation.Name,
            BaseUrl = linkBase?.ToString().TrimEnd('/'),
            TakesReplies = _gateways[0].Options.TakesReplies,
            Encoding = _gateways[0].Options.Encoding,
        };
        _channel = new SmsChannel(
            _pool,
            _receipts,
            new SmsChannelOptions { OrganisationName = _ => _style.OrganisationName, BaseUrl = _style.BaseUrl },
            time,
            _meters,
            loggers.CreateLogger<SmsChannel>());
    }

    /// <summary>Carries texts out.</summary>
    public IDeliveryChannel Channel => _channel;

    /// <summary>How many segments a text of a launch has in a language, counted for the household of the longest name on the first gateway.</summary>
    public int SegmentsOf(LaunchRequest request, string language)
    {
        var longest = request.Audience.Where(contact => string.Equals(contact.Language, language, StringComparison.OrdinalIgnoreCase)).MaxBy(contact => contact.Name.Length);
        return longest is null ? 1 : SmsEstimator.ForContact(SmsOccasion.Of(request, _time.GetUtcNow()), longest, _style, withLink: _style.BaseUrl is not null).Segments;
    }

    /// <summary>Texts an alarm of the machine to all of them, over the first gateway that takes it.</summary>
    /// <returns>True when a gateway took it for one of them.</returns>
    public async Task<bool> SendAlarmAsync(IReadOnlyList<E164Number> numbers, string said, CancellationToken ct)
    {
        var taken = await Task.WhenAll(numbers.Select(number => SendAlarmAsync(number, said, ct)));
        return numbers.Count == 0 || AlarmTally.Of(taken, "text", _loggers.CreateLogger<EngineTexts>());
    }

    /// <summary>How the gateways stand.</summary>
    public IReadOnlyList<GatewayStatus> Status()
    {
        var inUse = _pool.Snapshots().ToDictionary(one => one.Name, StringComparer.Ordinal);
        return [.. _gateways.Select(gateway => StatusOf(gateway, inUse[gateway.Options.Name]))];
    }

    /// <summary>Lets the gateways connect. Receipts and replies find the engine, which must be started.</summary>
    /// <param name="service">The engine.</param>
    /// <param name="database">Keeps what comes in.</param>
    public async Task StartAsync(AlertService service, DeskDatabase database)
    {
        _receipts.ReportTo(new EngineDeliveryReports(service));
        _replies = new ReplyRouter(
            new SqliteInboundTextStore(database, _loggers.CreateLogger<SqliteInboundTextStore>()),
            new SqliteRefusalStore(database, _loggers.CreateLogger<SqliteRefusalStore>()),
            new EngineReplies(service),
            _pool,
            new ReplyOptions
            {
                OrganisationName = _ => _options.Organisation.Name,
                DefaultOrganisationName = _options.Organisation.Name,
                DefaultLanguage = _options.Speech.Languages[0],
            },
            _time,
            _meters,
            _loggers.CreateLogger<ReplyRouter>());
        var inbox = new SmsInbox(_receipts, _replies);
        foreach (var gateway in _gateways)
        {
            gateway.Listen(inbox);
            gateway.Start();
        }

        await _replies.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways)
        {
            await gateway.DisposeAsync();
        }

        _replies?.Dispose();
        _receipts.Dispose();
        _pool.Dispose();
        _meters.Dispose();
    }

    private async Task<bool> SendAlarmAsync(E164Number number, string said, CancellationToken ct)
    {
        foreach (var gateway in _gateways.Where(gateway => gateway.IsUp && gateway.Options.Serves.Any(prefix => number.StartsWith(prefix))))
        {
            var text = new OutgoingText(number, SmsComposer.Plain($"{_style.OrganisationName}: {said}", gateway.Options.Encoding), AlarmValidity, IsUrgent: true, WantsReceipt: false);
            if ((await gateway.SubmitAsync(text, ct)).Verdict == GatewayVerdict.Accepted)
            {
                return true;
            }
        }

        return false;
    }

    private static GatewayStatus StatusOf(SmppGateway gateway, GatewaySnapshot pool)
    {
        SmppClientSnapshot connection = gateway.Snapshot();
        return new GatewayStatus
        {
            Name = pool.Name,
            State = !pool.IsUp ? "down" : pool.IsSlow ? "slow" : "up",
            InUse = pool.IsInUse,
            InFlight = pool.InFlight,
            SegmentsPerSecond = connection.SegmentsPerSecond,
            Detail = connection.LastFault,
        };
    }
}
