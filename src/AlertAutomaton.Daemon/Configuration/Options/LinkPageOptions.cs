namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Acknowledgement links in texts and mails: one touch, no account.</summary>
internal sealed record LinkPageOptions
{
    /// <summary>Where residents reach the pages of the links, for example https://alerte.example.org; short, because it stands in every text. Empty: texts and mails carry no links.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Addresses on this machine that serve these pages and nothing else; the reverse proxy of BaseUrl passes /a/ on to them.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8081"];
}
