using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Channels.Email.Bounces;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The part of the engine that mails: the relay, and the mails that come back.</summary>
internal sealed class EngineMail : IAsyncDisposable
{
    private readonly EmailChannelOptions _mail;
    private readonly string _bounces;
    private readonly EmailChannel _channel;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;

    /// <param name="options">With a mail relay.</param>
    /// <param name="linkBase">What stands before the acknowledgement links; null: no links.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    public EngineMail(DaemonOptions options, Uri? linkBase, TimeProvider time, ILoggerFactory loggers)
    {
        _mail = MailMapping.Map(options.Mail, options.Organisation.Name, linkBase);
        _bounces = options.Mail.BounceDirectory;
        _time = time;
        _loggers = loggers;
        _log = loggers.CreateLogger<EngineMail>();
        _channel = new EmailChannel(_mail, time, loggers.CreateLogger<EmailChannel>());
    }

    /// <summary>Carries mails out.</summary>
    public IDeliveryChannel Channel => _channel;

    /// <summary>The relay's trouble, by its name; empty while all is well.</summary>
    public IReadOnlyList<string> TroubledRelays => _channel.TroubledRelays;

    /// <summary>Mails an alarm of the machine to all of them.</summary>
    /// <returns>True when the relay took it for one of them.</returns>
    public async Task<bool> SendAlarmAsync(IReadOnlyList<string> addresses, string subject, string text, string language, CancellationToken ct)
    {
        var taken = await Task.WhenAll(addresses.Select(address => _channel.SendNoteAsync(address, $"{_mail.FromName}: {subject}", text, language, _time, ct)));
        return AlarmTally.Of(taken, "mail", _log);
    }

    /// <summary>Begins to read returned mails, where a directory is configured. The engine must be started.</summary>
    /// <param name="service">The engine.</param>
    public void Start(AlertService service)
    {
        if (_bounces.Length == 0)
        {
            return;
        }

        var reader = new BounceReader(_mail, (references, report, ct) => ReportAsync(service, references, report, ct), _loggers.CreateLogger<BounceReader>());
        var directory = new BounceDirectory(new BounceDirectoryOptions { Path = _bounces }, reader, _time, _loggers.CreateLogger<BounceDirectory>());
        _reading = directory.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _reading;
        }
        catch (OperationCanceledException)
        {
            // The engine is ending.
        }

        _channel.Dispose();
        _stop.Dispose();
    }

    private static async Task<ReportVerdict> ReportAsync(AlertService service, IReadOnlyList<string> references, DeliveryReport report, CancellationToken ct) =>
        await service.FindAttemptsAsync(references, 1, ct) is [var place] ? await service.ReportDeliveryAsync(place, report) : ReportVerdict.NotRunning;
}
