using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Framing;

/// <summary>
/// Finds where messages end in a stream (RFC 3261 §18.3, §20.14; keep-alives RFC 5626 §4.4.1). Pure: bytes in, items out. Holds at most
/// the limits of <see cref="SipMessageLimits"/>, however slowly or maliciously bytes arrive. One owner, not thread-safe.
/// </summary>
public sealed class SipStreamFramer
{
    private const int FirstCapacity = 4096;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _scanned;
    private int _messageLength;
    private bool _afterLoneLineEnd;
    private SipStreamItem? _fault;

    /// <summary>Whether a message has begun and not ended; the connection's owner gives it a bounded time.</summary>
    public bool IsMidMessage => _end > _start;

    /// <summary>Bytes held.</summary>
    public int Buffered => _end - _start;

    /// <summary>Takes bytes as they arrived. Read all items before the next call.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_fault is not null)
        {
            return;
        }

        MakeRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The next item, or <see cref="SipStreamItemKind.NeedMore"/>. After a fault it stays a fault.</summary>
    public SipStreamItem Read()
    {
        if (_fault is { } fault)
        {
            return fault;
        }

        var item = ReadNext();
        if (item.Kind == SipStreamItemKind.Fault)
        {
            _fault = item;
            _buffer = [];
            _start = _end = 0;
        }

        return item;
    }

    private SipStreamItem ReadNext()
    {
        var held = _buffer.AsSpan(_start, _end - _start);
        if (held.IsEmpty)
        {
            return SipStreamItem.Of(SipStreamItemKind.NeedMore);
        }

        if (_messageLength == 0)
        {
            if (held[0] is (byte)'\r')
            {
                return ReadLineEnds(held);
            }

            _afterLoneLineEnd = false;
            if (FindMessageLength(held) is { } verdict)
            {
                return verdict;
            }
        }

        if (held.Length < _messageLength)
        {
            return SipStreamItem.Of(SipStreamItemKind.NeedMore);
        }

        var message = _buffer.AsMemory(_start, _messageLength);
        Consume(_messageLength);
        _messageLength = 0;
        return new SipStreamItem(SipStreamItemKind.Message, message, SipParseError.None);
    }

    private SipStreamItem ReadLineEnds(ReadOnlySpan<byte> held)
    {
        if (held.Length == 1)
        {
            return SipStreamItem.Of(SipStreamItemKind.NeedMore);
        }

        if (held[1] != '\n')
        {
            return SipStreamItem.Fault(SipParseErrorKind.StartLine, "bare CR");
        }

        if (held.StartsWith("\r\n\r\n"u8))
        {
            _afterLoneLineEnd = false;
            Consume(4);
            return SipStreamItem.Of(SipStreamItemKind.Ping);
        }

        // Bytes arrive in pieces: a line end after one that ended the bytes so far completes a ping.
        var completesPing = _afterLoneLineEnd;
        _afterLoneLineEnd = !completesPing && held.Length is 2 or 3;
        Consume(2);
        return SipStreamItem.Of(completesPing ? SipStreamItemKind.Ping : SipStreamItemKind.Pong);
    }

    // Null when the length is now known.
    private SipStreamItem? FindMessageLength(ReadOnlySpan<byte> held)
    {
        // Three bytes back: the empty line may have been cut anywhere.
        var from = Math.Max(0, _scanned - 3);
        var found = held[from..].IndexOf("\r\n\r\n"u8);
        var headerLength = found < 0 ? held.Length : from + found;
        if (headerLength > SipMessageLimits.HeaderBytes)
        {
            return SipStreamItem.Fault(SipParseErrorKind.TooLarge, "headers");
        }

        var startLine = held[..Math.Min(held.Length, SipMessageLimits.StartLineBytes + 2)].IndexOf("\r\n"u8);
        if (startLine < 0 && held.Length > SipMessageLimits.StartLineBytes)
        {
            return SipStreamItem.Fault(SipParseErrorKind.TooLarge, "start line");
        }

        _scanned = held.Length;
        if (found < 0)
        {
            return SipStreamItem.Of(SipStreamItemKind.NeedMore);
        }

        var section = startLine < headerLength ? held[(startLine + 2)..(headerLength + 2)] : default;
        if (!TryFindBodyLength(section, out var bodyLength, out var fault))
        {
            return fault;
        }

        _messageLength = headerLength + 4 + bodyLength;
        return null;
    }

    private static bool TryFindBodyLength(ReadOnlySpan<byte> section, out int length, out SipStreamItem fault)
    {
        length = -1;
        fault = default;
        var reader = new SipFieldReader(section);
        while (reader.Read())
        {
            if (!ReferenceEquals(SipHeaderNames.KnownName(reader.Name), SipHeaderNames.ContentLength))
            {
                continue;
            }

            // Two lengths, a sign or an overflow: whoever sends them wants us to lose step (RFC 4475 §3.1.2.3, §3.3.9).
            if (length >= 0 || !SipCharacters.TryParseNumber(reader.Value, int.MaxValue, out var number))
            {
                fault = SipStreamItem.Fault(SipParseErrorKind.ContentLength, SipHeaderNames.ContentLength);
                return false;
            }

            length = (int)number;
        }

        fault = length < 0 ? SipStreamItem.Fault(SipParseErrorKind.ContentLength, "absent")
            : length > SipMessageLimits.BodyBytes ? SipStreamItem.Fault(SipParseErrorKind.TooLarge, "body")
            : default;
        return fault.Kind != SipStreamItemKind.Fault;
    }

    private void Consume(int count)
    {
        _start += count;
        _scanned = 0;
    }

    private void MakeRoom(int wanted)
    {
        var held = _end - _start;
        if (_end + wanted <= _buffer.Length)
        {
            return;
        }

        if (held + wanted <= _buffer.Length)
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
        }
        else
        {
            var larger = new byte[Math.Max(Math.Max(FirstCapacity, _buffer.Length * 2), held + wanted)];
            _buffer.AsSpan(_start, held).CopyTo(larger);
            _buffer = larger;
        }

        _start = 0;
        _end = held;
    }
}
