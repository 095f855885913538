using System.Text;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Authentication;

/// <summary>Reads <c>Digest name=value, name="value", …</c>, the shape of challenges and credentials alike (RFC 3261 §25.1).</summary>
internal static class DigestParameters
{
    /// <summary>The parameters of every Digest group in a header value; other schemes are skipped, for they are never answered.</summary>
    public static IReadOnlyList<Dictionary<string, string>> ReadAll(ReadOnlySpan<byte> value)
    {
        var groups = new List<Dictionary<string, string>>();
        Dictionary<string, string>? current = null;
        var reader = new SipListReader(value);
        while (reader.Read())
        {
            var item = reader.Item;
            var equal = item.IndexOf((byte)'=');
            var beforeEqual = SipCharacters.Trim(equal < 0 ? item : item[..equal]);
            var space = beforeEqual.IndexOfAny(" \t"u8);
            if (space >= 0 || equal < 0)
            {
                // A scheme begins a new group: several challenges may share one field.
                var scheme = space < 0 ? beforeEqual : beforeEqual[..space];
                current = null;
                if (Ascii.EqualsIgnoreCase(scheme, "Digest"))
                {
                    current = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                    groups.Add(current);
                }

                item = SipCharacters.TrimStart(item[scheme.Length..]);
                equal = item.IndexOf((byte)'=');
            }

            if (current is null || equal <= 0)
            {
                continue;
            }

            var name = Encoding.ASCII.GetString(SipCharacters.Trim(item[..equal]));
            var text = SipText.Unquote(Encoding.UTF8.GetString(SipCharacters.Trim(item[(equal + 1)..])));

            // A doubled parameter is an attempt to be read in two ways: the group is spoilt.
            if (!current.TryAdd(name, text))
            {
                groups.Remove(current);
                current = null;
            }
        }

        return groups;
    }
}
