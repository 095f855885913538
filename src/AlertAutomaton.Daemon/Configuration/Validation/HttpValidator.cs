using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks the addresses of the HTTP face: well-formed, plain http, loopback, each once.</summary>
internal sealed class HttpValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        LocalUrls.Check(options.Http.Urls, "Http.Urls", new HashSet<string>(StringComparer.OrdinalIgnoreCase), report);
        if (options.Http.Urls.Count == 0)
        {
            report.Error("url-none", "Http.Urls");
        }
    }
}
