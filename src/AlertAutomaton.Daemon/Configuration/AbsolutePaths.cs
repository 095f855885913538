using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration;

/// <summary>Takes relative paths from the configuration file's directory, so that it does not matter where a service is started.</summary>
internal static class AbsolutePaths
{
    public static DaemonOptions In(DaemonOptions options, string directory) => options with
    {
        DataDirectory = Path.GetFullPath(options.DataDirectory.Length == 0 ? "data" : options.DataDirectory, directory),
        Speech = options.Speech with { PromptsDirectory = Optional(options.Speech.PromptsDirectory, directory) },
        Sip = options.Sip with { Trace = Optional(options.Sip.Trace, directory) },
        Smpp = options.Smpp with { Gateways = [.. options.Smpp.Gateways.Select(gateway => gateway with { TlsAuthorities = Optional(gateway.TlsAuthorities, directory) })] },
        Mail = options.Mail with { BounceDirectory = Optional(options.Mail.BounceDirectory, directory) },
        Logging = options.Logging with { Directory = Optional(options.Logging.Directory, directory) },
        Organisation = options.Organisation with
        {
            SpokenRecordings = options.Organisation.SpokenRecordings.ToDictionary(
                pair => pair.Key, pair => Path.GetFullPath(pair.Value, directory), StringComparer.OrdinalIgnoreCase),
        },
    };

    private static string Optional(string path, string directory) => path.Length == 0 ? "" : Path.GetFullPath(path, directory);
}
