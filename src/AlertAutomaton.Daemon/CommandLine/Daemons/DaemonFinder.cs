using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Http.Security;
using AlertAutomaton.Storage.DataDirectories;

namespace AlertAutomaton.Daemon.CommandLine.Daemons;

/// <summary>Finds the daemon that a command talks to: the one named by <c>--url</c>, else the one that holds the data directory.</summary>
internal static class DaemonFinder
{
    /// <summary>The daemon, or null when none holds the data directory.</summary>
    /// <exception cref="DaemonUnavailableException">One holds it, but says not where it can be reached, or its token cannot be read.</exception>
    public static HttpAlertDesk? Find(CommandContext context, DaemonOptions options, string? url)
    {
        if (url is null)
        {
            if (!Directory.Exists(options.DataDirectory) || !DataDirectory.IsInUse(options.DataDirectory))
            {
                return null;
            }

            url = DaemonBeacon.Read(options.DataDirectory)?.Url
                ?? throw new DaemonUnavailableException(context.Texts.Format("cli.daemon.no-beacon", options.DataDirectory));
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new DaemonUnavailableException(context.Texts.Format("cli.daemon.bad-url", url));
        }

        var token = ApiToken.Read(options.DataDirectory);
        return new HttpAlertDesk(address, token?.Value, context.Texts);
    }
}
