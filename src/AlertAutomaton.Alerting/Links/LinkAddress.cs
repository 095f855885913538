namespace AlertAutomaton.Alerting.Links;

/// <summary>The address of an acknowledgement link, as it stands in texts and mails.</summary>
public static class LinkAddress
{
    /// <summary>The path before the token.</summary>
    public const string Path = "/a/";

    /// <summary>Puts an address together.</summary>
    /// <param name="baseUrl">Where residents reach the pages: <c>https://alerte.example.org</c>, with or without a slash at its end.</param>
    /// <param name="token">The secret of the attempt; see <see cref="Channels.DeliveryOrder.LinkToken"/>.</param>
    /// <returns>The address. A secret: it must not be logged.</returns>
    public static string Of(string baseUrl, string token) => baseUrl.TrimEnd('/') + Path + token;
}
