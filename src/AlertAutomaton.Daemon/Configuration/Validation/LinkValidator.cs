using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks where acknowledgement links lead and who serves them: TLS outside, an address of its own inside.</summary>
internal sealed class LinkValidator : IAspectValidator
{
    // With "/a/" and the token, half of a text of 160 characters is left for words.
    private const int LongestBaseUrl = 60;

    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var links = options.Links;
        if (links.BaseUrl.Length == 0)
        {
            return;
        }

        CheckBaseUrl(links.BaseUrl, report);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var url in options.Http.Urls)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var taken))
            {
                seen.Add(taken.Authority);
            }
        }

        LocalUrls.Check(links.Urls, "Links.Urls", seen, report);
        if (links.Urls.Count == 0)
        {
            report.Error("link-url-none", "Links.Urls");
        }
    }

    private static void CheckBaseUrl(string baseUrl, ValidationReport report)
    {
        const string Path = "Links.BaseUrl";
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https")
            || parsed.Query.Length > 0 || parsed.Fragment.Length > 0 || parsed.UserInfo.Length > 0 || baseUrl.Any(character => character is <= ' ' or > '~'))
        {
            report.Error("link-base-malformed", Path, baseUrl);
        }
        else if (parsed.Scheme is "http" && !LocalUrls.IsLoopback(parsed))
        {
            report.Error("link-base-http", Path, baseUrl);
        }
        else if (baseUrl.Length > LongestBaseUrl)
        {
            report.Warning("link-base-long", Path, baseUrl.Length, LongestBaseUrl);
        }
    }
}
