using System.Net;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Sip.Admission;

/// <summary>
/// The closed door: decides by source address, before a packet is parsed, whether it is looked at at all. Memory and log are bounded
/// whatever arrives. Thread-safe.
/// </summary>
public sealed class SipSourcePolicy
{
    private readonly SipSourceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly long _origin;
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, LinkedListNode<SourceState>> _sources = [];
    private readonly LinkedList<SourceState> _byLastSeen = new();
    private IPNetwork[] _trusted;
    private long _strangers;
    private long _tooFast;
    private long _reportedStrangers;
    private long _reportedTooFast;
    private TimeSpan _nextReport;

    /// <summary>Creates the policy.</summary>
    /// <exception cref="ArgumentException">The options are out of range; the message lists every fault.</exception>
    public SipSourcePolicy(SipSourceOptions options, TimeProvider time, ILogger log)
    {
        if (options.Validate() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }

        _options = options;
        _time = time;
        _log = log;
        _origin = time.GetTimestamp();
        _trusted = [.. options.Trusted];
    }

    /// <summary>Packets dropped because of where they came from, since the start.</summary>
    public long StrangersDropped => Interlocked.Read(ref _strangers);

    /// <summary>Packets dropped because their source sent too fast, since the start.</summary>
    public long TooFastDropped => Interlocked.Read(ref _tooFast);

    /// <summary>Addresses remembered now; never more than <see cref="SipSourceOptions.RememberedSources"/>.</summary>
    public int RememberedSources
    {
        get
        {
            lock (_lock)
            {
                return _sources.Count;
            }
        }
    }

    /// <summary>Replaces the trusted networks: those configured and the addresses that the trunks' names lead to now.</summary>
    public void Trust(IEnumerable<IPAddress> resolved) =>
        Volatile.Write(ref _trusted, [.. _options.Trusted, .. resolved.Select(Plain).Distinct().Select(Host)]);

    /// <summary>Whether this address belongs to a trunk.</summary>
    public bool IsTrusted(IPAddress address)
    {
        address = Plain(address);
        foreach (var network in Volatile.Read(ref _trusted))
        {
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a connection from this address may be accepted; takes no token.</summary>
    public bool MayConnect(IPAddress source)
    {
        if (_options.AcceptsStrangers || IsTrusted(source))
        {
            return true;
        }

        Drop(SipAdmission.Stranger);
        return false;
    }

    /// <summary>Judges a packet; call it before parsing.</summary>
    /// <param name="source">Where the packet came from.</param>
    /// <param name="packet">Its bytes; only the first few are looked at, to tell a response from a request.</param>
    public SipAdmission Admit(IPAddress source, ReadOnlySpan<byte> packet)
    {
        var trusted = IsTrusted(source);
        if (!trusted && !_options.AcceptsStrangers)
        {
            return Drop(SipAdmission.Stranger);
        }

        var isResponse = packet.StartsWith("SIP/"u8);
        return TryTake(Plain(source), trusted, isResponse) ? SipAdmission.Admitted : Drop(SipAdmission.TooFast);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork Host(IPAddress address) =>
        new(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128);

    private bool TryTake(IPAddress source, bool trusted, bool isResponse)
    {
        lock (_lock)
        {
            var now = _time.GetElapsedTime(_origin);
            var state = Remember_NeedsLock(source, now);
            if (!trusted)
            {
                return state.Requests.TryTake(_options.StrangerPacketsPerSecond, 2 * _options.StrangerPacketsPerSecond, now);
            }

            return isResponse
                ? state.Responses.TryTake(_options.ResponsesPerSecond, 2 * _options.ResponsesPerSecond, now)
                : state.Requests.TryTake(_options.RequestsPerSecond, _options.RequestBurst, now);
        }
    }

    private SourceState Remember_NeedsLock(IPAddress source, TimeSpan now)
    {
        if (_sources.TryGetValue(source, out var node))
        {
            _byLastSeen.Remove(node);
            _byLastSeen.AddLast(node);
            return node.Value;
        }

        if (_sources.Count >= _options.RememberedSources)
        {
            _sources.Remove(_byLastSeen.First!.Value.Address);
            _byLastSeen.RemoveFirst();
        }

        // The first TryTake caps these at the burst of the kind of source it is.
        var state = new SourceState(source)
        {
            Requests = TokenBucketState.Full(double.MaxValue, now),
            Responses = TokenBucketState.Full(double.MaxValue, now),
        };
        _sources[source] = _byLastSeen.AddLast(state);
        return state;
    }

    private SipAdmission Drop(SipAdmission why)
    {
        if (why == SipAdmission.Stranger)
        {
            Interlocked.Increment(ref _strangers);
        }
        else
        {
            Interlocked.Increment(ref _tooFast);
        }

        Report();
        return why;
    }

    // One line an interval, however much was dropped: a scanner must not fill the disk.
    private void Report()
    {
        long strangers;
        long tooFast;
        lock (_lock)
        {
            var now = _time.GetElapsedTime(_origin);
            if (now < _nextReport)
            {
                return;
            }

            _nextReport = now + _options.ReportInterval;
            strangers = StrangersDropped - _reportedStrangers;
            tooFast = TooFastDropped - _reportedTooFast;
            _reportedStrangers += strangers;
            _reportedTooFast += tooFast;
        }

        SipAdmissionLog.PacketsDropped(_log, strangers, tooFast);
    }

    private sealed class SourceState(IPAddress address)
    {
        public TokenBucketState Requests;
        public TokenBucketState Responses;

        public IPAddress Address { get; } = address;
    }
}
