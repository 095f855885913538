using System.Globalization;
using System.Net;
using System.Text;

namespace AlertAutomaton.Lab.Phones;

/// <summary>Offers that a phone makes in the middle of a call.</summary>
internal static class LabOffers
{
    /// <summary>T.38 over UDPTL (ITU-T T.38 annex D, RFC 3362) in place of the sound.</summary>
    public static byte[] Fax(IPEndPoint? local)
    {
        string host = local?.Address.ToString() ?? "127.0.0.1";
        string port = ((local?.Port ?? 40000) + 100).ToString(CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes(
            $"v=0\r\no=- 99 99 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\nm=image {port} udptl t38\r\na=T38FaxVersion:0\r\na=T38MaxBitRate:14400\r\n"
            + "a=T38FaxRateManagement:transferredTCF\r\na=T38FaxMaxBuffer:262\r\na=T38FaxMaxDatagram:90\r\na=T38FaxUdpEC:t38UDPRedundancy\r\n");
    }

    /// <summary>The same session, on hold (RFC 3264 §8.4).</summary>
    public static byte[] Hold(ReadOnlyMemory<byte> offer) => Rewrite(offer, "a=sendonly", 1);

    /// <summary>The same session, off hold.</summary>
    public static byte[] Resume(ReadOnlyMemory<byte> offer) => Rewrite(offer, "a=sendrecv", 2);

    private static byte[] Rewrite(ReadOnlyMemory<byte> offer, string direction, int version)
    {
        var lines = new List<string>();
        foreach (string line in Encoding.UTF8.GetString(offer.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (line is "a=sendrecv" or "a=sendonly" or "a=recvonly" or "a=inactive")
            {
                continue;
            }

            lines.Add(line.StartsWith("o=", StringComparison.Ordinal) ? NextVersion(line, version) : line);
        }

        lines.Add(direction);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");
    }

    // RFC 3264 §8: the version grows by one with each changed description.
    private static string NextVersion(string origin, int by)
    {
        string[] fields = origin.Split(' ');
        fields[2] = (ulong.Parse(fields[2], CultureInfo.InvariantCulture) + (ulong)by).ToString(CultureInfo.InvariantCulture);
        return string.Join(' ', fields);
    }
}
