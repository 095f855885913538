namespace AlertAutomaton.Channels.Email;

/// <summary>
/// A part of a mail that notes how far it was read. The framework's client reads it only after the relay has answered DATA with 354, and its
/// exceptions do not tell whether the content was on its way; this does.
/// </summary>
internal sealed class WatchedContent(byte[] content) : Stream
{
    private int _position;
    private volatile bool _begun;
    private volatile bool _atEnd;

    public bool Begun => _begun;

    public bool AtEnd => _atEnd;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => content.Length;

    public override long Position
    {
        get => _position;
        set => _position = (int)Math.Clamp(value, 0, content.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = Math.Min(buffer.Length, content.Length - _position);
        content.AsSpan(_position, read).CopyTo(buffer);
        _position += read;
        _begun = true;
        _atEnd = _position == content.Length;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => content.Length,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
