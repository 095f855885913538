using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Turns frequent wire words into shared strings, so that a parsed message does not allocate them again.</summary>
internal static class SipTokens
{
    private static readonly string[] Names =
        ["tag", "branch", "rport", "received", "transport", "lr", "expires", "q", "user", "ob", "maddr", "ttl", "refresher", "cause", "text"];

    private static readonly string[] Values = ["udp", "tcp", "tls", "phone", "uac", "uas", "UDP", "TCP", "TLS"];

    public static string Name(ReadOnlySpan<byte> text) => Find(Names, text);

    public static string Value(ReadOnlySpan<byte> text) => Find(Values, text);

    private static string Find(string[] words, ReadOnlySpan<byte> text)
    {
        if (text.Length <= 9)
        {
            foreach (var word in words)
            {
                if (Ascii.Equals(text, word))
                {
                    return word;
                }
            }
        }

        return Encoding.UTF8.GetString(text);
    }
}
