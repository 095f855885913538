using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Channels.Email;

/// <summary>The connections of one relay and its pace: mails leave evenly, the next one never before its share of a second has passed. Thread-safe.</summary>
internal sealed class MailRelayLines : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly TimeSpan _spacing;
    private readonly Action _capacityChanged;
    private readonly ITimer _wake;
    private int _inUse;
    private TimeSpan _nextDue = TimeSpan.Zero;
    private bool _armed;
    private bool _closed;

    public MailRelayLines(MailRelayOptions relay, TimeProvider time, Action capacityChanged)
    {
        Relay = relay;
        _time = time;
        _origin = time.GetTimestamp();
        _spacing = TimeSpan.FromSeconds(1 / relay.MailsPerSecond);
        _capacityChanged = capacityChanged;
        _wake = time.CreateTimer(static lines => ((MailRelayLines)lines!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public MailRelayOptions Relay { get; }

    public bool TryReserve([NotNullWhen(true)] out MailRelayLine? line)
    {
        line = null;
        TimeSpan now = _time.GetElapsedTime(_origin);
        lock (_gate)
        {
            if (_closed || _inUse >= Relay.Connections)
            {
                return false;
            }

            if (_nextDue > now)
            {
                Arm_NeedsLock(_nextDue - now);
                return false;
            }

            // A late start is not made up for, but one spacing of lateness is, so that a coarse timer does not slow the pace.
            _nextDue = (now - _nextDue < _spacing ? _nextDue : now) + _spacing;
            _inUse++;
            line = new MailRelayLine(this, Relay);
            return true;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _inUse--;
        }

        _capacityChanged();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _wake.Dispose();
    }

    private void Arm_NeedsLock(TimeSpan wait)
    {
        if (!_armed)
        {
            _armed = true;
            // Timers count whole milliseconds and round down; a wake that is early would only be refused again.
            _wake.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            _armed = false;
        }

        _capacityChanged();
    }
}
