using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>Lines to and replies from a relay (RFC 5321 §4.2), bounded.</summary>
internal sealed class MailRelayDialogue(Stream stream)
{
    private const int LongestReply = 16 * 1024;
    private readonly byte[] _received = new byte[1024];
    private int _length;
    private int _position;

    /// <summary>True when more was received than was read: nothing may be waiting when TLS begins (RFC 3207 §6).</summary>
    public bool HasMore => _position < _length;

    /// <summary>Says EHLO.</summary>
    /// <returns>The lines of the answer without their codes, ended by line feeds; empty when it was refused.</returns>
    public async Task<string> GreetAsync(CancellationToken ct)
    {
        await WriteAsync("EHLO " + Name(), ct);
        (int code, string text) = await ReadAsync(ct);
        return code == 250 ? text : "";
    }

    public async Task<int> SayAsync(string line, CancellationToken ct)
    {
        await WriteAsync(line, ct);
        return (await ReadAsync(ct)).Code;
    }

    /// <summary>Reads one reply.</summary>
    /// <exception cref="IOException">It ended early, is too long, or is no reply.</exception>
    public async Task<(int Code, string Text)> ReadAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        while (text.Length < LongestReply)
        {
            string line = await LineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out int code))
            {
                throw new IOException("What answers is no mail relay.");
            }

            text.Append(line.AsSpan(Math.Min(4, line.Length))).Append('\n');
            if (line.Length == 3 || line[3] != '-')
            {
                return (code, text.ToString());
            }
        }

        throw new IOException("The reply has no end.");
    }

    private static string Name() => Environment.MachineName.All(mark => char.IsAsciiLetterOrDigit(mark) || mark is '-' or '.') ? Environment.MachineName : "localhost";

    private async Task<string> LineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestReply)
        {
            if (!HasMore)
            {
                _length = await stream.ReadAsync(_received, ct);
                _position = 0;
                if (_length == 0)
                {
                    throw new IOException("The relay closed the connection.");
                }
            }

            char next = (char)_received[_position++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }

        throw new IOException("The line has no end.");
    }

    private async Task WriteAsync(string line, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
        await stream.FlushAsync(ct);
    }
}
