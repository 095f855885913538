using System.Globalization;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Lab.Exchange;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A lab town on loopback, a configuration that calls it, and contacts whose numbers choose how their phones behave (docs/lab.md).</summary>
internal sealed class TownFixture : IAsyncDisposable
{
    private readonly LabTown _town;

    private TownFixture(LabTown town, string directory)
    {
        _town = town;
        Directory = directory;
    }

    public string Directory { get; }

    public string Configuration => Path.Combine(Directory, "alertautomaton.json");

    public string Trace => Path.Combine(Directory, "sip.trace");

    public string Contacts => Path.Combine(Directory, "contacts.csv");

    public LabTown Town => _town;

    public static string Recording => Path.Combine(AppContext.BaseDirectory, "voice-prompts", "fr", "sample-flood-message.wav");

    /// <param name="numbers">One household per number.</param>
    public static async Task<TownFixture> StartAsync(params IReadOnlyList<string> numbers)
    {
        var town = new LabTown(new LabTownOptions(), TimeProvider.System, NullLoggerFactory.Instance);
        await town.StartAsync(CancellationToken.None);
        var fixture = new TownFixture(town, System.IO.Directory.CreateTempSubdirectory("alertautomaton-town").FullName);
        await File.WriteAllTextAsync(fixture.Configuration, string.Create(CultureInfo.InvariantCulture, $$"""
            { "Organisation": { "Name": "Valbourg" },
              "Http": { "Urls": ["http://127.0.0.1:0"] },
              "Calls": { "RingSeconds": 5, "Rounds": 1 },
              "Speech": { "Synthesizers": [] },
              "Sip": { "Listen": ["udp:127.0.0.1:0"], "Trace": "sip.trace", "RtpPorts": "32000-33999",
                "Trunks": [ { "Name": "lab", "Uri": "{{town.TrunkUri}}", "CallerId": "+33162000000", "Channels": 10, "CallsPerSecond": 20 } ] } }
            """));
        var rows = numbers.Select((number, i) => string.Create(CultureInfo.InvariantCulture, $"Household {i + 1},{number}"));
        await File.WriteAllLinesAsync(fixture.Contacts, ["name,mobile", .. rows]);
        return fixture;
    }

    public Task<DaemonHost> StartDaemonAsync(EngineExtras? extras = null, ILoggerFactory? loggers = null)
    {
        var options = ConfigurationReader.ReadFile(Configuration, []).Options!;
        return DaemonHost.StartAsync(
            options, extras ?? new EngineExtras(), new OperatorTexts(CultureInfo.GetCultureInfo("en")), TimeProvider.System, loggers ?? NullLoggerFactory.Instance, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
