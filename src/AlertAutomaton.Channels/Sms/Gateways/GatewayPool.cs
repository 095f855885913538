using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AlertAutomaton.Alerting.PhoneNumbers;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>
/// All gateways: who serves a number, and one place of a window at a time for whoever wants to text. When to move traffic is
/// <see cref="GatewaySwitch"/>'s decision. Thread-safe.
/// </summary>
public sealed class GatewayPool : IDisposable
{
    /// <summary>The most gateways.</summary>
    public const int MostGateways = 64;

    /// <summary>How far a late wake-up is made up for.</summary>
    internal static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly GatewaySwitchOptions _options;
    private readonly ILogger _log;
    private readonly GatewayState[] _gateways;
    private readonly GatewayReading[] _readings;
    private readonly ConcurrentDictionary<(ulong Serving, int Avoid), string> _names = new();
    private readonly ConcurrentDictionary<string, (ulong Serving, int Avoid)> _routes = new(StringComparer.Ordinal);
    private readonly ITimer _wake;
    private GatewaySwitchState _switch = GatewaySwitchState.Initial;
    private TimeSpan? _readAt;
    private TimeSpan? _wakeAt;

    /// <summary>Puts gateways together.</summary>
    /// <param name="gateways">1 to <see cref="MostGateways"/>, each with a name of its own.</param>
    /// <param name="options">When to move traffic.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where moves are told.</param>
    public GatewayPool(IEnumerable<ISmsGateway> gateways, GatewaySwitchOptions options, TimeProvider time, ILogger<GatewayPool> log)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _options = options;
        _log = log;
        _gateways = [.. gateways.OrderBy(gateway => gateway.Options.Priority).Select(gateway => new GatewayState(gateway, options))];
        if (_gateways.Length is 0 or > MostGateways || _gateways.DistinctBy(state => state.Gateway.Options.Name, StringComparer.Ordinal).Count() < _gateways.Length)
        {
            throw new ArgumentException($"1 to {MostGateways} gateways, each with a name of its own.", nameof(gateways));
        }

        _readings = new GatewayReading[_gateways.Length];
        _wake = time.CreateTimer(static pool => ((GatewayPool)pool!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var state in _gateways)
        {
            state.Gateway.StateChanged += OnStateChanged;
        }
    }

    /// <summary>Raised, outside every lock, when a reservation that was refused may succeed now.</summary>
    [SuppressMessage("Design", "MA0046", Justification = "A signal without data, raised thousands of times in an alert.")]
    public event Action? CapacityChanged;

    /// <summary>The gateways, the first choice first.</summary>
    public IReadOnlyList<ISmsGateway> Gateways => [.. _gateways.Select(state => state.Gateway)];

    /// <summary>A monotonic moment, for <see cref="Sent"/> and <see cref="Received"/>.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>The gateway of that name; null when there is none.</summary>
    public ISmsGateway? Find(string name) => Array.Find(_gateways, state => string.Equals(state.Gateway.Options.Name, name, StringComparison.Ordinal))?.Gateway;

    /// <summary>Every gateway as it is now.</summary>
    public IReadOnlyList<GatewaySnapshot> Snapshots()
    {
        var now = Now;
        lock (_gate)
        {
            Read_NeedsLock(now);
            return
            [
                .. _gateways.Select((state, place) => new GatewaySnapshot(
                    state.Gateway.Options.Name,
                    _readings[place].IsUp,
                    place == _switch.Current,
                    _switch.Gateways[place].IsSlow,
                    state.InFlight,
                    _readings[place].Texts,
                    _readings[place].Slow)),
            ];
        }
    }

    /// <summary>Names the gateways that may carry a text.</summary>
    /// <param name="number">Where to.</param>
    /// <param name="avoid">The gateway that just failed; null when none did.</param>
    /// <returns>The route; empty when no gateway serves the number.</returns>
    public string RouteOf(E164Number number, string? avoid)
    {
        ulong serving = 0;
        for (var place = 0; place < _gateways.Length; place++)
        {
            foreach (var prefix in _gateways[place].Gateway.Options.Serves)
            {
                serving |= number.StartsWith(prefix) ? 1UL << place : 0;
            }
        }

        if (serving == 0)
        {
            return string.Empty;
        }

        var avoided = avoid is null ? -1 : Array.FindIndex(_gateways, state => string.Equals(state.Gateway.Options.Name, avoid, StringComparison.Ordinal));
        var key = (serving, avoided);
        if (!_names.TryGetValue(key, out var route))
        {
            route = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{serving:x}/{avoided}");
            _routes[route] = key;
            _names[key] = route;
        }

        return route;
    }

    /// <summary>Takes a place in the window of the route's gateway when one is free and its rate allows a text now.</summary>
    /// <param name="route">A value of <see cref="RouteOf"/>.</param>
    /// <param name="reservation">The place.</param>
    /// <returns>False when not now; <see cref="CapacityChanged"/> tells when to ask again.</returns>
    public bool TryReserve(string route, [NotNullWhen(true)] out GatewayReservation? reservation)
    {
        reservation = null;
        if (!_routes.TryGetValue(route, out var parsed))
        {
            return false;
        }

        var now = Now;
        lock (_gate)
        {
            Read_NeedsLock(now);
            var place = GatewayChoice.For(_switch, _readings, parsed.Serving, parsed.Avoid);
            if (place < 0 || _gateways[place].InFlight >= _gateways[place].Gateway.Options.Window)
            {
                return false;
            }

            var state = _gateways[place];
            if (state.NextStart > now)
            {
                WakeAt_NeedsLock(state.NextStart, now);
                return false;
            }

            state.InFlight++;
            state.Pace(1, now);
            reservation = new GatewayReservation(this, place, state.Gateway);
            return true;
        }
    }

    /// <summary>What a route could carry if it were free: that of the gateway in use, or of the first that serves.</summary>
    /// <param name="route">A value of <see cref="RouteOf"/>.</param>
    /// <param name="segmentsPerText">How many segments a text has.</param>
    public (int Texts, double PerSecond) CapacityOf(string route, double segmentsPerText)
    {
        if (!_routes.TryGetValue(route, out var parsed))
        {
            return default;
        }

        lock (_gate)
        {
            Read_NeedsLock(Now);
            var place = GatewayChoice.For(_switch, _readings, parsed.Serving, parsed.Avoid);
            var options = _gateways[place < 0 ? System.Numerics.BitOperations.TrailingZeroCount(parsed.Serving) : place].Gateway.Options;
            return (options.Window, options.SegmentsPerSecond / segmentsPerText);
        }
    }

    /// <summary>A text was taken by a gateway; its receipt is awaited from now on.</summary>
    public void Sent(string gateway, TimeSpan now) => With(gateway, state => state.Delays.Sent(now));

    /// <summary>The first final receipt of a text came.</summary>
    public void Received(string gateway, TimeSpan sent, TimeSpan now) => With(gateway, state => state.Delays.Received(sent, now));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var state in _gateways)
        {
            state.Gateway.StateChanged -= OnStateChanged;
        }

        _wake.Dispose();
    }

    internal void Charge(int place, int further)
    {
        lock (_gate)
        {
            _gateways[place].InFlight += further;
            _gateways[place].Pace(further, Now);
        }
    }

    internal void Release(int place, int segments)
    {
        lock (_gate)
        {
            _gateways[place].InFlight -= segments;
        }

        CapacityChanged?.Invoke();
    }

    private void With(string gateway, Action<GatewayState> action)
    {
        if (Array.Find(_gateways, state => string.Equals(state.Gateway.Options.Name, gateway, StringComparison.Ordinal)) is { } found)
        {
            lock (_gate)
            {
                action(found);
            }
        }
    }

    /// <summary>Looks at the gateways: once a second, and whenever one of them went up or down.</summary>
    private void Read_NeedsLock(TimeSpan now)
    {
        if (_readAt is { } read && now - read < Look)
        {
            return;
        }

        _readAt = now;
        for (var place = 0; place < _gateways.Length; place++)
        {
            _readings[place] = _gateways[place].Read(now);
        }

        var before = _switch.Current;
        _switch = GatewaySwitch.Next(_switch, _readings, now, _options);
        if (before >= 0 && before != _switch.Current)
        {
            SmsLog.TrafficMoved(_log, _gateways[before].Gateway.Options.Name, _gateways[_switch.Current].Gateway.Options.Name, _readings[before].IsUp ? "slow, or a better one is well again" : "down");
        }
    }

    private void OnStateChanged()
    {
        lock (_gate)
        {
            _readAt = null;
        }

        CapacityChanged?.Invoke();
    }

    private void WakeAt_NeedsLock(TimeSpan due, TimeSpan now)
    {
        if (_wakeAt is { } armed && armed <= due)
        {
            return;
        }

        _wakeAt = due;
        // Timers count whole milliseconds and round down; a wake that is early would only be refused again.
        _wake.Change(TimeSpan.FromMilliseconds(Math.Ceiling((due - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            _wakeAt = null;
        }

        CapacityChanged?.Invoke();
    }
}
