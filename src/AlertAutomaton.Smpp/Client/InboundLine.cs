using System.Globalization;
using System.Threading.Channels;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Session;
using AlertAutomaton.Smpp.Text;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Smpp.Client;

/// <summary>
/// Takes receipts and replies from the sessions to the application, in order, some being stored at a time, and answers each only when it is
/// stored: what is not is refused for now, and the gateway repeats it. Responses to what we submit never wait behind them.
/// </summary>
internal sealed class InboundLine : IDisposable
{
    private const int MostStoring = 64;
    private static readonly TimeSpan ClockPeriod = TimeSpan.FromSeconds(1);

    private readonly Channel<InboundItem> _waiting;
    private readonly SemaphoreSlim _storing = new(MostStoring);
    private readonly SmppClientOptions _options;
    private readonly Func<InboundSms, Task<bool>> _store;
    private readonly SmppClientCounters _counters;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly long _start;
    private readonly RepeatMemory _repeats;
    private readonly SmsAssembly _assembly;
    private readonly Lock _assemblyGate = new();

    public InboundLine(
        SmppClientOptions options, Func<InboundSms, Task<bool>> store, SmppClientCounters counters, TimeProvider time, long start, ILogger log)
    {
        (_options, _store, _counters, _time, _start, _log) = (options, store, counters, time, start, log);
        _repeats = new RepeatMemory(options.RepeatMemory);
        _assembly = new SmsAssembly(options.ReassemblyTime);
        _waiting = Channel.CreateBounded<InboundItem>(new BoundedChannelOptions(options.InboundLimit) { SingleReader = true });
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Takes what came; never waits.</summary>
    public void Take(SmppSession session, SmppPdu pdu)
    {
        if (!_waiting.Writer.TryWrite(new InboundItem(session, pdu)))
        {
            _ = Interlocked.Increment(ref _counters.Refused);
            Answer(session, pdu, isStored: false, flush: true);
        }
    }

    /// <summary>Takes no more; <see cref="RunAsync"/> ends when the rest is stored.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Works until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        await using var clock = _time.CreateTimer(_ => _waiting.Writer.TryWrite(default), null, ClockPeriod, ClockPeriod);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            SmppSession? answered = null;
            while (_waiting.Reader.TryRead(out var item))
            {
                if (_storing.CurrentCount == 0 || item.Session != answered)
                {
                    answered?.Flush();
                }

                await _storing.WaitAsync();
                answered = item.Session;
                _ = item.Session is null ? ExpireAsync() : HandleAsync(item.Session, item.Pdu!);
            }

            answered?.Flush();
        }

        for (var i = 0; i < MostStoring; i++)
        {
            await _storing.WaitAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _storing.Dispose();

    private static void Answer(SmppSession session, SmppPdu pdu, bool isStored, bool flush)
    {
        var status = isStored ? CommandStatus.Ok : CommandStatus.ReceiverTemporaryError;
        session.Answer(pdu is DataSm ? new DataSmResp(status, pdu.Sequence) : new DeliverSmResp(status, pdu.Sequence), flush);
    }

    private async Task HandleAsync(SmppSession session, SmppPdu pdu)
    {
        var (isStored, isAtOnce) = (false, true);
        try
        {
            var storing = HandleAsync(InboundContent.Of(pdu));
            isAtOnce = storing.IsCompleted;
            isStored = await storing;
        }
        catch (Exception failure)
        {
            SmppClientLog.StoringFailed(_log, _options.Name, failure);
        }

        if (!isStored)
        {
            _ = Interlocked.Increment(ref _counters.Refused);
        }

        // Answers given at once leave together.
        Answer(session, pdu, isStored, flush: !isAtOnce);
        _ = _storing.Release();
    }

    private Task<bool> HandleAsync(InboundContent content)
    {
        var source = content.Source.ToText();
        var destination = content.Destination.ToText();
        if (!DeliveryReceiptParser.IsReceipt(content.EsmClass, content.Tlvs))
        {
            return HandleTextAsync(content, source, destination);
        }

        var text = SmsDecoder.Decode(
            content.DataCoding, EsmClass.HasUserDataHeader(content.EsmClass), content.Octets, content.Tlvs, _options.Text.DefaultAlphabet).Text;
        if (!DeliveryReceiptParser.TryParse(text, content.Tlvs, out var receipt))
        {
            _ = Interlocked.Increment(ref _counters.Unreadable);
            return Task.FromResult(true);
        }

        return StoreOnceAsync(
            $"r {source} {receipt.MessageId}",
            string.Create(CultureInfo.InvariantCulture, $"{receipt.State} {receipt.Error} {receipt.DoneAt:O}"),
            () => StoreAsync(new InboundReceipt(source, destination, receipt)));
    }

    private Task<bool> HandleTextAsync(InboundContent content, string source, string destination)
    {
        var decoded = SmsDecoder.Decode(
            content.DataCoding, EsmClass.HasUserDataHeader(content.EsmClass), content.Octets, content.Tlvs, _options.Text.DefaultAlphabet);
        if (decoded.Part is not { } part)
        {
            return StoreOnceAsync(
                $"t {source} {destination}",
                $"{content.DataCoding} {content.Octets}",
                () => StoreAsync(new InboundText(source, destination, decoded.Text, decoded.IsBinary, 0)));
        }

        var key = new SmsAssemblyKey(source, destination, part.Reference, part.Total);
        return StoreOnceAsync(
            string.Create(CultureInfo.InvariantCulture, $"p {source} {destination} {part.Reference} {part.Total} {part.Number}"),
            content.Octets.ToString(),
            () => StoreWholeAsync(AddSegment(key, part.Number, content.DataCoding, decoded.Octets), key, part.Number));
    }

    // Storing goes on on other threads, and may have to put a text back.
    private IReadOnlyList<SmsAssemblyResult> AddSegment(SmsAssemblyKey key, int number, byte dataCoding, OctetString octets)
    {
        lock (_assemblyGate)
        {
            return _assembly.Add(key, number, dataCoding, octets, Now);
        }
    }

    private Task<bool> StoreOnceAsync(string key, string content, Func<Task<bool>> store)
    {
        var now = Now;
        if (_repeats.TryFind(key, content, now, out var earlier))
        {
            _ = Interlocked.Increment(ref _counters.Repeats);
            return earlier;
        }

        var stored = store();
        _repeats.Remember(key, content, stored, now);
        return stored;
    }

    // The first segments are answered while the last is awaited: a gateway with a window of one would never send it otherwise.
    private async Task<bool> StoreWholeAsync(IReadOnlyList<SmsAssemblyResult> results, SmsAssemblyKey? key, int number)
    {
        var isStored = true;
        foreach (var result in results)
        {
            var (text, isBinary) = SmsDecoder.DecodeText(result.DataCoding, result.Octets.Span, _options.Text.DefaultAlphabet);
            if (!await StoreAsync(new InboundText(result.Key.Source, result.Key.Destination, text, isBinary, result.Missing)))
            {
                lock (_assemblyGate)
                {
                    _assembly.PutBack(result, result.Key == key ? number : 0, Now);
                }

                isStored &= result.Key != key;
            }
        }

        return isStored;
    }

    private async Task<bool> StoreAsync(InboundSms sms)
    {
        try
        {
            if (!await _store(sms))
            {
                return false;
            }
        }
        catch (Exception failure)
        {
            SmppClientLog.StoringFailed(_log, _options.Name, failure);
            return false;
        }

        _ = sms is InboundReceipt ? Interlocked.Increment(ref _counters.Receipts) : Interlocked.Increment(ref _counters.Texts);
        return true;
    }

    private async Task ExpireAsync()
    {
        IReadOnlyList<SmsAssemblyResult> expired;
        lock (_assemblyGate)
        {
            expired = _assembly.Expire(Now);
        }

        _ = await StoreWholeAsync(expired, null, 0);
        _ = _storing.Release();
    }
}
