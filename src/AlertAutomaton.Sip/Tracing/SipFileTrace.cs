using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;
using AlertAutomaton.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Tracing;

/// <summary>
/// Writes the wire trace to a file, secrets removed. Signalling never waits for the disk: packets queue, bounded, and a full queue or a
/// failing disk loses trace, not calls. What is lost is counted in the file or logged.
/// </summary>
public sealed class SipFileTrace : ISipTrace, IAsyncDisposable
{
    private readonly SipTraceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Channel<string> _waiting;
    private readonly Task _writer;
    private long _lost;
    private long _lostTold;
    private bool _failureLogged;

    /// <summary>Opens nothing yet; the file is created with the first packet.</summary>
    public SipFileTrace(SipTraceOptions options, TimeProvider time, ILogger log)
    {
        _options = options;
        _time = time;
        _log = log;
        _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(options.MaximumWaiting) { SingleReader = true });
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Packets left out because the disk was too slow or failed.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <inheritdoc />
    public void Record(SipTraceDirection direction, SipTransportProtocol protocol, IPEndPoint local, IPEndPoint remote, ReadOnlySpan<byte> bytes)
    {
        var arrow = direction == SipTraceDirection.Received ? "<-" : "->";
        var entry = string.Create(
            CultureInfo.InvariantCulture,
            $"{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.ffffffZ} {protocol} {local} {arrow} {remote} {bytes.Length} bytes\n{SipTraceRedactor.Redact(bytes, _options.MasksNumbers)}\n\n");
        if (!_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAsync()
    {
        FileStream? file = null;
        try
        {
            await foreach (var entry in _waiting.Reader.ReadAllAsync())
            {
                file = await TryWriteAsync(file, entry);
            }
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }
    }

    private async Task<FileStream?> TryWriteAsync(FileStream? file, string entry)
    {
        try
        {
            if (file is { } full && full.Length > _options.MaximumBytes)
            {
                await full.DisposeAsync();
                file = null;
                File.Move(_options.Path, _options.Path + ".1", overwrite: true);
            }

            file ??= new FileStream(_options.Path, FileMode.Append, FileAccess.Write, FileShare.Read);
            var lost = Lost;
            if (lost > _lostTold)
            {
                entry = string.Create(CultureInfo.InvariantCulture, $"({lost - _lostTold} packets are missing here)\n\n{entry}");
                _lostTold = lost;
            }

            await file.WriteAsync(Encoding.UTF8.GetBytes(entry));
            if (_waiting.Reader.Count == 0)
            {
                await file.FlushAsync();
            }

            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Interlocked.Increment(ref _lost);
            if (!_failureLogged)
            {
                _failureLogged = true;
                SipTracingLog.TraceFailed(_log, _options.Path, exception);
            }

            return file;
        }
    }
}
