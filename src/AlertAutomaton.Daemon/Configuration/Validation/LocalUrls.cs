using System.Net;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks addresses to listen on: well-formed, plain http, loopback, each once (port 0 is another one each time).</summary>
internal static class LocalUrls
{
    /// <param name="urls">The addresses.</param>
    /// <param name="path">Where they are configured.</param>
    /// <param name="seen">Those listened on already; grows.</param>
    /// <param name="report">Where problems go.</param>
    public static void Check(IReadOnlyList<string> urls, string path, HashSet<string> seen, ValidationReport report)
    {
        for (var i = 0; i < urls.Count; i++)
        {
            var url = urls[i];
            var at = $"{path}[{i}]";
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.AbsolutePath is not "/")
            {
                report.Error("url-malformed", at, url);
            }
            else if (parsed.Scheme is "https")
            {
                report.Error("url-https", at, url);
            }
            else if (!IsLoopback(parsed))
            {
                report.Error("url-not-loopback", at, url);
            }
            else if (parsed.Port != 0 && !seen.Add(parsed.Authority))
            {
                report.Error("url-twice", at, url);
            }
        }
    }

    public static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
