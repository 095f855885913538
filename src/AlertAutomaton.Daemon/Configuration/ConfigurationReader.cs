using System.Collections;
using AlertAutomaton.Daemon.Configuration.Binding;
using AlertAutomaton.Daemon.Configuration.Json;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Configuration.Problems;
using AlertAutomaton.Daemon.Configuration.Validation;

namespace AlertAutomaton.Daemon.Configuration;

/// <summary>Reads the configuration file, lays the environment over it and validates the whole, reporting everything at once.</summary>
internal static class ConfigurationReader
{
    // A configuration is a few kilobytes; anything of this size is the wrong file.
    private const int MaxFileBytes = 4 * 1024 * 1024;

    private static readonly IReadOnlyList<IAspectValidator> Validators =
    [
        new OrganisationValidator(),
        new HttpValidator(),
        new LinkValidator(),
        new SipListenValidator(),
        new TrunkValidator(),
        new GatewayValidator(),
        new VoiceServerValidator(),
        new DutyValidator(),
        new MailValidator(),
        new CallValidator(),
        new PolicyValidator(),
        new TariffValidator(),
        new QuotaValidator(),
        new SpeechValidator(),
    ];

    public static ConfigurationReading ReadFile(string path, IEnumerable<KeyValuePair<string, string>> environment)
    {
        byte[] content;
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxFileBytes)
            {
                return Refused("file-too-large", path, MaxFileBytes);
            }

            content = File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused("file-missing", path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refused("file-unreadable", path, unreadable.Message);
        }

        return Read(path, content, environment);
    }

    public static ConfigurationReading Read(string source, ReadOnlyMemory<byte> content, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var problems = new ProblemCollector();
        var root = LocatedJsonParser.Parse(source, content, problems);
        if (root is null)
        {
            return new ConfigurationReading(null, problems.Problems);
        }

        var positions = new PositionMap(source);
        root = EnvironmentOverrides.Apply(root, environment);
        var options = (DaemonOptions)new OptionsBinder(problems, positions).Bind(typeof(DaemonOptions), root, "");
        var report = new ValidationReport(positions, problems);
        foreach (var validator in Validators)
        {
            validator.Validate(options, report);
        }

        options = AbsolutePaths.In(options, Path.GetDirectoryName(Path.GetFullPath(source))!);
        return new ConfigurationReading(problems.HasErrors ? null : options, problems.Problems);
    }

    /// <summary>The environment variables of this process.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ProcessEnvironment() =>
        from DictionaryEntry pair in Environment.GetEnvironmentVariables()
        select KeyValuePair.Create((string)pair.Key, (string?)pair.Value ?? "");

    private static ConfigurationReading Refused(string code, string path, params IReadOnlyList<object> arguments)
    {
        var problems = new ProblemCollector();
        problems.Error(code, "", new SourcePosition(path, 0, 0), [path, .. arguments]);
        return new ConfigurationReading(null, problems.Problems);
    }
}
