using System.Net;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks the addresses of the HTTP face: well-formed, plain http, loopback, each once.</summary>
internal sealed class HttpValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < options.Http.Urls.Count; i++)
        {
            var url = options.Http.Urls[i];
            var path = $"Http.Urls[{i}]";
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.AbsolutePath is not "/")
            {
                report.Error("url-malformed", path, url);
            }
            else if (parsed.Scheme is "https")
            {
                report.Error("url-https", path, url);
            }
            else if (!IsLoopback(parsed))
            {
                report.Error("url-not-loopback", path, url);
            }
            else if (!seen.Add(parsed.Authority))
            {
                report.Error("url-twice", path, url);
            }
        }

        if (options.Http.Urls.Count == 0)
        {
            report.Error("url-none", "Http.Urls");
        }
    }

    private static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
