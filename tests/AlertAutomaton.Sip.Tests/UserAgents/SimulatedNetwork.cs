using System.Net;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>A datagram network under the manual clock: seeded loss, delay, duplication; everything runs on the thread that advances the clock.</summary>
internal sealed class SimulatedNetwork
{
    private readonly ManualTimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _origin;
    private readonly PriorityQueue<(SimulatedTransport To, IPEndPoint From, byte[] Bytes), (TimeSpan Due, long Order)> _flying = new();
    private readonly Dictionary<IPEndPoint, SimulatedTransport> _hosts = [];
    private ulong _random;
    private long _order;

    public SimulatedNetwork(ManualTimeProvider time, ulong seed = 1)
    {
        _time = time;
        _random = seed * 0x9E3779B97F4A7C15UL;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Deliver(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The share of packets lost, 0 to 1.</summary>
    public double Loss { get; set; }

    /// <summary>The share of packets delivered twice, 0 to 1.</summary>
    public double Duplication { get; set; }

    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The random part on top of the delay; makes packets overtake each other.</summary>
    public TimeSpan Jitter { get; set; } = TimeSpan.FromMilliseconds(10);

    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Says whether a packet is dropped, on top of the loss.</summary>
    public Func<IPEndPoint, IPEndPoint, string, bool>? Drops { get; set; }

    /// <summary>Every packet sent, when it is wanted.</summary>
    public List<(TimeSpan At, IPEndPoint From, IPEndPoint To, string Text)>? Wire { get; set; }

    public SimulatedTransport Bind(IPEndPoint address, SipTransportProtocol protocol = SipTransportProtocol.Udp)
    {
        var transport = new SimulatedTransport(this, address, protocol);
        _hosts[address] = transport;
        return transport;
    }

    public void Send(SimulatedTransport from, IPEndPoint to, ReadOnlySpan<byte> bytes)
    {
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        Wire?.Add((Now, from.LocalEndPoint, to, text));
        if (!_hosts.TryGetValue(to, out SimulatedTransport? host))
        {
            from.Unreachable(to);
            return;
        }

        if (Next() < Loss || Drops?.Invoke(from.LocalEndPoint, to, text) == true)
        {
            return;
        }

        int copies = Next() < Duplication ? 2 : 1;
        for (int copy = 0; copy < copies; copy++)
        {
            TimeSpan due = Now + Delay + (Jitter * Next());
            _flying.Enqueue((host, from.LocalEndPoint, bytes.ToArray()), (due, _order++));
        }

        Rearm();
    }

    private void Deliver()
    {
        while (_flying.TryPeek(out (SimulatedTransport To, IPEndPoint From, byte[] Bytes) packet, out (TimeSpan Due, long Order) key)
            && key.Due <= Now + TimeSpan.FromMicroseconds(10))
        {
            _flying.Dequeue();
            packet.To.Deliver(packet.From, packet.Bytes);
        }

        Rearm();
    }

    private void Rearm()
    {
        if (_flying.TryPeek(out _, out (TimeSpan Due, long Order) key))
        {
            TimeSpan wait = key.Due - Now;
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    // xorshift64*: the same night for the same seed on every platform.
    private double Next()
    {
        _random ^= _random >> 12;
        _random ^= _random << 25;
        _random ^= _random >> 27;
        return (_random * 0x2545F4914F6CDD1DUL >> 11) / (double)(1UL << 53);
    }
}
