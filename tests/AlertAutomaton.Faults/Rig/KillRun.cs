using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Faults.Judge;
using AlertAutomaton.Faults.Witness;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Faults.Rig;

/// <summary>One alert during which the daemon is killed again and again, then judged.</summary>
internal sealed class KillRun(string program, string shippedPrompts, int recipients, int kills, int seed)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AlertLimit = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan GhostLimit = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Ruling>> RunAsync(TextWriter log)
    {
#pragma warning disable RS0030 // The seed is printed, so that a run can be repeated.
        var random = new Random(seed);
#pragma warning restore RS0030
        string folder = Directory.CreateTempSubdirectory("alertautomaton-faults-").FullName;
        log.WriteLine($"seed {seed}, {recipients} recipients, {kills} kills, logs in {folder}");
        using var town = new WitnessTown(Path.Combine(folder, "witness.jsonl"));
        RigTown households = RigTown.Build(recipients, series: 0, random);
        string contacts = Path.Combine(folder, "contacts.csv");
        households.WriteContacts(contacts);
        RigPrompts.Write(shippedPrompts, Path.Combine(folder, "prompts"));
        int port = FreePorts.Next();
        string url = $"http://127.0.0.1:{port}";
        string configuration = WriteConfiguration(folder, town.EndPoint.Port, port);
        using var daemon = new DaemonProcess(program, configuration, folder, url);
        await daemon.StartAsync(StartLimit);
        string id = await LaunchAsync(daemon, configuration, contacts, shippedPrompts);
        var starts = new List<double>();
        var deaths = new List<DateTimeOffset>();
        for (int kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(700, 3500)), TimeProvider.System);
            daemon.Kill();
            deaths.Add(TimeProvider.System.GetUtcNow());
            starts.Add((await daemon.StartAsync(StartLimit)).TotalSeconds);
            log.WriteLine($"kill {kill}: ready again after {starts[^1]:0.0} s, {town.Entries.Count} events seen");
        }

        await WaitForEndAsync(daemon, configuration, id);
        await Task.Delay(GhostLimit, TimeProvider.System);
        int standing = town.StandingCalls;
        (int exit, string output) = await daemon.RunAsync("verify", "--config", configuration, id);
        Ruling stop = await StopAsync(daemon, configuration, folder, town, RigTown.Build(60, series: 1, random));
        daemon.Kill();
        WitnessEntry[] seen = [.. town.Entries.Where(entry => households.Has(entry.Callee))];
        StoredAlert stored = StoredAlert.Read(Path.Combine(folder, "data", "alertautomaton.db"), alert: 1);
        List<Ruling> rulings = [.. new InvariantJudge(households, seen, stored, deaths).Judge(standing)];
        rulings.Add(stop);
        rulings.Add(new Ruling("I8 the hash chain verifies", exit == 0 ? [] : [output]));
        rulings.Add(new Ruling("running alerts go on within ten seconds of a start", [.. starts.Where(start => start > 10).Select(start => $"{start:0.0} s")]));
        return rulings;
    }

    /// <summary>A second alert to a second town, stopped while it runs: a second after the stop was confirmed no phone may ring any more.</summary>
    private async Task<Ruling> StopAsync(DaemonProcess daemon, string configuration, string folder, WitnessTown witness, RigTown town)
    {
        const string Invariant = "I6 no call later than a second after the stop was confirmed";
        string contacts = Path.Combine(folder, "second.csv");
        town.WriteContacts(contacts);
        string id = await LaunchAsync(daemon, configuration, contacts, shippedPrompts);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (witness.Entries.Count(entry => entry.Event == WitnessEvent.Invite && town.Has(entry.Callee)) < 10)
        {
            await timer.WaitForNextTickAsync();
        }

        (int exit, string output) = await daemon.RunAsync("alerts", "stop", id, "--config", configuration, "--json");
        DateTimeOffset confirmed = TimeProvider.System.GetUtcNow();
        await Task.Delay(GhostLimit, TimeProvider.System);
        return new Ruling(Invariant, exit != 0 ? [output] :
        [
            .. witness.Entries
                .Where(entry => entry.Event == WitnessEvent.Invite && town.Has(entry.Callee) && entry.Time > confirmed + TimeSpan.FromSeconds(1))
                .Select(entry => $"a phone rang {(entry.Time - confirmed).TotalSeconds:0.0} s after the stop"),
        ]);
    }

    private static async Task<string> LaunchAsync(DaemonProcess daemon, string configuration, string contacts, string shippedPrompts)
    {
        (int exit, string output) = await daemon.RunAsync(
            "send", "--config", configuration, "--contacts", contacts, "--recording", "fr=" + Path.Combine(shippedPrompts, "fr", "sample-flood-message.wav"),
            "--kind", "exercise", "--lifetime", "100s", "--json");
        if (exit != 0)
        {
            throw new InvalidOperationException($"the launch ended with {exit}: {output}");
        }

        using JsonDocument document = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        return document.RootElement.GetProperty("id").GetString()!;
    }

    private static async Task WaitForEndAsync(DaemonProcess daemon, string configuration, string id)
    {
        long start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), TimeProvider.System);
        while (await timer.WaitForNextTickAsync())
        {
            (int exit, string output) = await daemon.RunAsync("alerts", "show", id, "--config", configuration, "--json");
            if (exit == 0 && output.Contains("\"finished\"", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(start) > AlertLimit)
            {
                throw new TimeoutException($"the alert did not end: {output}");
            }
        }
    }

    private static string WriteConfiguration(string folder, int trunkPort, int httpPort)
    {
        string file = Path.Combine(folder, "alertautomaton.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            DataDirectory = Path.Combine(folder, "data"),
            Http = new { Urls = new[] { string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{httpPort}") } },
            Speech = new { PromptsDirectory = Path.Combine(folder, "prompts") },
            Calls = new { RingSeconds = 5, Rounds = 1 },
            Sip = new
            {
                Listen = new[] { string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{FreePorts.Next()}") },
                RtpPorts = "20000-24999",
                Trunks = new[]
                {
                    new
                    {
                        Name = "witness",
                        Uri = string.Create(CultureInfo.InvariantCulture, $"sip:127.0.0.1:{trunkPort}"),
                        Channels = 30,
                        CallsPerSecond = 20,
                        CallerId = "+33162000000",
                    },
                },
            },
        }));
        return file;
    }
}
