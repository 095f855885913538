using System.Text;

namespace AlertAutomaton.Lab.Mail;

/// <summary>Lines from and to a mail client, bounded in length and in time.</summary>
internal sealed class SmtpWire(Stream stream, TimeProvider time, TimeSpan patience)
{
    /// <summary>RFC 5321 §4.5.3.1.6 asks for 1,000; clients with long AUTH responses send more.</summary>
    private const int LongestLine = 12 * 1024;
    private readonly byte[] _received = new byte[4096];
    private int _length;
    private int _position;

    /// <summary>True when the client sent ahead of an answer, which it must not do around STARTTLS.</summary>
    public bool HasMore => _position < _length;

    /// <summary>One line without its end.</summary>
    /// <returns>Null when the client is gone, was silent too long, or its line has no end.</returns>
    public async Task<byte[]?> ReadLineAsync(CancellationToken ct)
    {
        var line = new List<byte>(128);
        while (line.Count < LongestLine)
        {
            if (!HasMore && !await FillAsync(ct))
            {
                return null;
            }

            byte next = _received[_position++];
            if (next == (byte)'\n')
            {
                return line is [.., (byte)'\r'] ? [.. line[..^1]] : [.. line];
            }

            line.Add(next);
        }

        return null;
    }

    /// <summary>The lines of a mail up to the single dot, without the dots of the protocol (RFC 5321 §4.5.2).</summary>
    /// <returns>Null when the client is gone; longer mails are read to their end and come back cut off behind the bound.</returns>
    public async Task<byte[]?> ReadMailAsync(int largest, CancellationToken ct)
    {
        var mail = new MemoryStream();
        while (await ReadLineAsync(ct) is { } line)
        {
            if (line is [(byte)'.'])
            {
                return mail.ToArray();
            }

            if (mail.Length <= largest)
            {
                mail.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
                mail.Write("\r\n"u8);
            }
        }

        return null;
    }

    public async Task WriteAsync(string reply, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), ct);
        await stream.FlushAsync(ct);
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        _position = 0;
        try
        {
            _length = await stream.ReadAsync(_received, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            _length = 0;
        }

        return _length > 0;
    }
}
