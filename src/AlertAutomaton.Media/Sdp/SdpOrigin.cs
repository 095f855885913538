using System.Globalization;

namespace AlertAutomaton.Media.Sdp;

/// <summary>The origin line <c>o=</c> (RFC 8866 §5.2). Numbers are kept as written: some gateways write more digits than 64 bits hold.</summary>
/// <param name="UserName">Without spaces, <c>-</c> when there is none.</param>
/// <param name="SessionId">Identifies the session.</param>
/// <param name="Version">Grows when the description changes.</param>
/// <param name="Network">Usually <c>IN IP4 address</c>, as written.</param>
public sealed record SdpOrigin(string UserName, string SessionId, string Version, string Network)
{
    /// <summary>An origin of our own.</summary>
    public static SdpOrigin Create(ulong sessionId, ulong version, SdpConnection address) => new(
        "-", sessionId.ToString(CultureInfo.InvariantCulture), version.ToString(CultureInfo.InvariantCulture), address.Write());

    internal static bool TryParse(string text, out SdpOrigin? origin)
    {
        var parts = text.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        origin = parts.Length == 4 ? new SdpOrigin(parts[0], parts[1], parts[2], parts[3].TrimEnd()) : null;
        return origin is not null;
    }

    internal string Write() => $"{UserName} {SessionId} {Version} {Network}";
}
