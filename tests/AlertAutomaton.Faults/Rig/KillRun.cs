using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Faults.Judge;
using AlertAutomaton.Faults.Witness;

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
        RigTown households = RigTown.Build(recipients, random);
        string contacts = Path.Combine(folder, "contacts.csv");
        households.WriteContacts(contacts);
        RigPrompts.Write(shippedPrompts, Path.Combine(folder, "prompts"));
        int port = FreePort();
        string url = $"http://127.0.0.1:{port}";
        string configuration = WriteConfiguration(folder, town.EndPoint.Port, port);
        using var daemon = new DaemonProcess(program, configuration, folder, url);
        await daemon.StartAsync(StartLimit);
        string id = await LaunchAsync(daemon, configuration, contacts, shippedPrompts);
        var starts = new List<double>();
        for (int kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(700, 3500)), TimeProvider.System);
            daemon.Kill();
            starts.Add((await daemon.StartAsync(StartLimit)).TotalSeconds);
            log.WriteLine($"kill {kill}: ready again after {starts[^1]:0.0} s, {town.Entries.Count} events seen");
        }

        await WaitForEndAsync(daemon, configuration, id);
        await Task.Delay(GhostLimit, TimeProvider.System);
        int standing = town.StandingCalls;
        (int exit, string output) = await daemon.RunAsync("verify", "--config", configuration, id);
        daemon.Kill();
        var judge = new InvariantJudge(households, town.Entries, StoredAlert.Read(Directory.GetFiles(Path.Combine(folder, "data"), "*.db").Single()), kills);
        List<Ruling> rulings = [.. judge.Judge(standing)];
        rulings.Add(new Ruling("I8 the hash chain verifies", exit == 0 ? [] : [output]));
        rulings.Add(new Ruling("running alerts go on within ten seconds of a start", [.. starts.Where(start => start > 10).Select(start => $"{start:0.0} s")]));
        return rulings;
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
                Listen = new[] { string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{FreePort()}") },
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

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
