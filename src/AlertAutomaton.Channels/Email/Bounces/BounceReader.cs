using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Reads one returned mail from a file or a pipe and tells the engine. Safe for concurrent use.</summary>
public sealed class BounceReader
{
    private readonly string _domain;
    private readonly BounceReporter _report;
    private readonly ILogger<BounceReader> _log;

    /// <summary>Makes a reader.</summary>
    /// <param name="options">The channel's options, whose Message-IDs are looked for.</param>
    /// <param name="report">Tells the engine.</param>
    /// <param name="log">Where reports are noted, for those who look for one.</param>
    public BounceReader(EmailChannelOptions options, BounceReporter report, ILogger<BounceReader> log)
    {
        _domain = new EmailComposer(options).MessageIdDomain;
        _report = report;
        _log = log;
    }

    /// <summary>Reads one mail.</summary>
    /// <param name="mail">The mail as delivered; at most 1 MiB of it is read, the rest is left in the stream.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What became of it. Only the stream's own errors are exceptions.</returns>
    public async Task<BounceVerdict> ReadAsync(Stream mail, CancellationToken ct)
    {
        byte[] bytes = new byte[MimeReader.LargestMail];
        int length = await mail.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        DeliveryStatus status = DeliveryStatusParser.Parse(bytes.AsSpan(0, length), _domain);
        if (status.Attempt is not AttemptId attempt || status.Action == DeliveryAction.None)
        {
            return BounceVerdict.NotOurs;
        }

        if (status.Report is not { } report)
        {
            return BounceVerdict.NothingToDo;
        }

        ReportVerdict verdict = await _report([AttemptReference.Mail(attempt)], report, ct);
        EmailLog.BounceReported(_log, attempt.Value, report.Outcome.ToString(), verdict.ToString());
        return verdict switch
        {
            ReportVerdict.Recorded => BounceVerdict.Reported,
            ReportVerdict.NotWritten => BounceVerdict.TryLater,
            _ => BounceVerdict.NothingToDo,
        };
    }
}
