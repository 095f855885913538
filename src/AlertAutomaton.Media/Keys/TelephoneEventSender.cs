using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Keys;

/// <summary>
/// The packets of pressed keys (RFC 4733 §2.5.1): timestamp fixed at the start, marker on the first packet only, duration growing by 160,
/// the end packet three times, then a pause so that two equal keys stay two.
/// </summary>
/// <remarks>One owner, asked once per 20 ms. Allocates nothing but the queue.</remarks>
public sealed class TelephoneEventSender
{
    /// <summary>Keys that may wait; more are refused.</summary>
    public const int LongestQueue = 64;

    private const int FrameUnits = 160;
    private const int EndPackets = 3;
    private const int PauseFrames = 3;
    private const byte Volume = 10;

    private readonly Queue<KeyPressSending> _waiting = new();
    private KeyPressSending _press;
    private RtpTimestamp _start;
    private int _frame;
    private State _state;

    private enum State
    {
        Idle,
        Pressed,
        Ending,
        Pause,
    }

    /// <summary>Whether a key is being sent or waits: sound is suspended meanwhile.</summary>
    public bool IsBusy => _state != State.Idle || _waiting.Count > 0;

    /// <summary>Queues a press; false when too many wait.</summary>
    public bool Enqueue(KeyPressSending press)
    {
        if (_waiting.Count >= LongestQueue)
            return false;
        _waiting.Enqueue(press);
        return true;
    }

    /// <summary>The packet of this frame; false when the frame passes in silence or nothing is left.</summary>
    /// <param name="now">The timestamp at which the frame begins.</param>
    /// <param name="packet">What to send.</param>
    public bool TryNext(RtpTimestamp now, out TelephoneEventPacket packet)
    {
        if (_state == State.Idle && _waiting.TryDequeue(out _press))
        {
            (_state, _start, _frame) = (State.Pressed, now, 0);
        }

        packet = default;
        switch (_state)
        {
            case State.Pressed:
                _frame++;
                var last = _frame >= _press.Frames;
                packet = Packet(end: last, marker: _frame == 1);
                if (last)
                    (_state, _frame) = (State.Ending, 1);
                return true;
            case State.Ending:
                packet = Packet(end: true, marker: false);
                if (++_frame == EndPackets)
                    (_state, _frame) = (State.Pause, 0);
                return true;
            case State.Pause:
                if (++_frame == PauseFrames)
                    _state = State.Idle;
                return false;
            default:
                return false;
        }
    }

    private TelephoneEventPacket Packet(bool end, bool marker)
    {
        var frames = _state == State.Pressed ? _frame : _press.Frames;
        return new TelephoneEventPacket(_start, marker, new TelephoneEvent(_press.Code, end, Volume, (ushort)Math.Min(ushort.MaxValue, frames * FrameUnits)));
    }
}
