using System.Buffers.Binary;

namespace AlertAutomaton.Smpp.Framing;

/// <summary>
/// Cuts a stream into PDUs by command_length (SMPP 3.4 §3.2, §5.1.1). Pure: octets in, frames out. The length is bounded before anything is
/// allocated for it. One owner, not thread-safe.
/// </summary>
public sealed class SmppFramer
{
    /// <summary>The default bound of a PDU in octets.</summary>
    public const int DefaultMaximumLength = 64 * 1024;

    private const int HeaderLength = 16;
    private const int FirstCapacity = 4 * 1024;

    private readonly int _maximumLength;
    private byte[] _buffer = new byte[FirstCapacity];
    private int _start;
    private int _end;
    private bool _begun;
    private SmppFrame? _fault;

    /// <summary>Begins a stream.</summary>
    /// <param name="maximumLength">The longest PDU taken, 16 octets or more.</param>
    public SmppFramer(int maximumLength = DefaultMaximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, HeaderLength);
        _maximumLength = maximumLength;
    }

    /// <summary>Whether a PDU has begun and not ended; the session gives it a bounded time.</summary>
    public bool IsMidPdu => _end > _start;

    /// <summary>Octets of memory held.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>Room to receive into, at least one octet. Read all frames before the next call.</summary>
    public Memory<byte> GetMemory()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }

        var held = _end - _start;
        var wanted = Math.Max(FirstCapacity, NextLength() ?? 0);
        if (_start > 0 && _buffer.Length - _start < wanted)
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
            (_start, _end) = (0, held);
        }

        if (_buffer.Length < wanted || _end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(wanted, Math.Min(_buffer.Length * 2, _buffer.Length + _maximumLength)));
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Counts octets that were received into <see cref="GetMemory"/>.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _end);
        _end += count;
    }

    /// <summary>Takes octets by copying.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty && _fault is null)
        {
            var room = GetMemory().Span;
            var count = Math.Min(room.Length, octets.Length);
            octets[..count].CopyTo(room);
            Advance(count);
            octets = octets[count..];
        }
    }

    /// <summary>The next frame. After a fault it stays that fault.</summary>
    public SmppFrame Read()
    {
        if (_fault is { } fault)
        {
            return fault;
        }

        if (NextLength() is not { } length)
        {
            return default;
        }

        if (length is < HeaderLength || length > _maximumLength)
        {
            return Fail(Judge(length));
        }

        _begun = true;
        if (_end - _start < length)
        {
            return default;
        }

        var octets = _buffer.AsMemory(_start, length);
        _start += length;
        return new SmppFrame(SmppFrameKind.Pdu, octets, "");
    }

    private int? NextLength()
    {
        if (_end - _start < sizeof(uint))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start));
        return length > _maximumLength ? _maximumLength + 1 : (int)length;
    }

    private SmppFrame Judge(int length)
    {
        var first = _buffer.AsSpan(_start, sizeof(uint));
        if (ForeignProtocol.NameOf(first) is { } protocol && !_begun)
        {
            return new SmppFrame(SmppFrameKind.ForeignProtocol, default, $"the far end speaks {protocol}, not SMPP: check port and TLS");
        }

        return length < HeaderLength
            ? new SmppFrame(SmppFrameKind.TooShort, default, "command_length is under 16")
            : new SmppFrame(SmppFrameKind.TooLong, default, $"command_length is over {_maximumLength}");
    }

    private SmppFrame Fail(SmppFrame frame)
    {
        _fault = frame;
        _buffer = new byte[HeaderLength];
        _start = _end = 0;
        return frame;
    }
}
