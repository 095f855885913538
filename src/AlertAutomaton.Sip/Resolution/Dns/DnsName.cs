using System.Buffers;
using System.Text;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>Domain names on the wire (RFC 1035 §3.1, compression §4.1.4).</summary>
internal static class DnsName
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>Reads a name and moves past it. Pointers may only lead backwards, so that no message can send us in circles.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, ref int position, out string name)
    {
        name = string.Empty;
        var builder = new StringBuilder();
        var at = position;
        var limit = position;
        var jumped = false;
        while (at < message.Length)
        {
            var length = message[at];
            if (length == 0)
            {
                position = jumped ? position : at + 1;
                name = builder.ToString();
                return true;
            }

            if ((length & 0xC0) == 0xC0)
            {
                if (at + 1 >= message.Length)
                {
                    return false;
                }

                var target = ((length & 0x3F) << 8) | message[at + 1];
                if (target >= limit)
                {
                    return false;
                }

                position = jumped ? position : at + 2;
                jumped = true;
                limit = target;
                at = target;
                continue;
            }

            if (length > LongestLabel || at + 1 + length > message.Length || builder.Length + length + 1 > LongestName + 1)
            {
                return false;
            }

            if (!TryAppendLabel(builder, message.Slice(at + 1, length)))
            {
                return false;
            }

            at += 1 + length;
        }

        return false;
    }

    /// <summary>Writes a name without compression.</summary>
    /// <returns>False when it is no domain name; nothing is written then.</returns>
    public static bool TryWrite(string name, IBufferWriter<byte> output)
    {
        if (!IsValid(name))
        {
            return false;
        }

        foreach (var label in name.Length == 0 ? [] : name.Split('.'))
        {
            output.Write([(byte)label.Length]);
            Encoding.ASCII.GetBytes(label, output);
        }

        output.Write([(byte)0]);
        return true;
    }

    /// <summary>Whether this can be asked: labels of 1 to 63 printable ASCII characters, 253 in all.</summary>
    public static bool IsValid(string name) =>
        name.Length <= LongestName
        && (name.Length == 0 || name.Split('.').All(label =>
            label.Length is > 0 and <= LongestLabel && !label.AsSpan().ContainsAnyExceptInRange('!', '~')));

    private static bool TryAppendLabel(StringBuilder builder, ReadOnlySpan<byte> label)
    {
        if (builder.Length > 0)
        {
            builder.Append('.');
        }

        foreach (var value in label)
        {
            // A dot inside a label, or bytes that no host name has, would read as another name further on.
            if (value is < (byte)'!' or > (byte)'~' or (byte)'.')
            {
                return false;
            }

            builder.Append(char.ToLowerInvariant((char)value));
        }

        return true;
    }
}
