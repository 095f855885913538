using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Configuration;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>One order by voice, text and mail against the three networks of the lab, judged by what the lab's witness saw.</summary>
public sealed class ThreeChannelStories
{
    private const int Households = 120;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string[] Channels = ["sms", "email", "voice", "voice", "voice"];

    [Fact]
    public async Task Every_household_ends_as_its_phones_handsets_and_mailboxes_saw_it()
    {
        var directory = Directory.CreateTempSubdirectory("alertautomaton-threeways").FullName;
        try
        {
            string At(string name) => Path.Combine(directory, name);
            await using var lab = await LabCommand.StartAsync(
                Patience, "--listen", "udp:127.0.0.1:0", "--smsc", "127.0.0.1:0", "--smtp", "127.0.0.1:0", "--returned-mails", At("returned"), "--witness", At("witness.jsonl"),
                "--contacts", At("contacts.csv"), "--recipients", Households.ToString(CultureInfo.InvariantCulture), "--seed", "3");
            await File.WriteAllTextAsync(At("alertautomaton.json"), Configuration(lab, At("returned")));
            JsonElement summary;
            await using (await StartDaemonAsync(At("alertautomaton.json")))
            {
                var sent = await CommandRun.OfAsync(
                [
                    "send", "--config", At("alertautomaton.json"), "--contacts", At("contacts.csv"), "--policy", "ways", "--kind", "test", "--wait", "--json",
                    "--recording", "fr=" + Recording("fr"), "--recording", "en=" + Recording("en"), "--sms-text", "fr=L'eau monte.", "--sms-text", "en=The water rises.",
                ]).WaitAsync(Patience, TimeProvider.System);
                Assert.True(sent.ExitCode == ExitCode.Success, sent.Out + sent.Error);
                using var document = JsonDocument.Parse(sent.Out);
                summary = document.RootElement.Clone();
            }

            var seen = WitnessLog.Read(At("witness.jsonl"));
            var stored = StoredAlert.Read(At("data/alertautomaton.db"));
            var homes = TownHome.Read(At("contacts.csv"));
            var judge = new ThreeChannelJudge(homes, Channels, seen, stored);
            TestContext.Current.TestOutputHelper?.WriteLine(summary.GetRawText());

            Assert.Empty(judge.Violations());
            Assert.Equal(judge.Answered(), summary.GetProperty("confirmed").GetInt32());
            Assert.Equal(stored.Attempts.Count, summary.GetProperty("attempts").GetInt32());
            Assert.All(["invite", "heard", "submit", "receipt", "reply", "text", "mail"], what => Assert.Contains(seen, entry => entry.What == what));
            Assert.All(["1", "2", "Oui", "STOP"], words => Assert.Contains(seen, entry => entry.What == "reply" && entry.Text == words));
            Convicts(homes, seen, stored);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>A judge that cannot say "broken" proves nothing: each forgery of the true evidence must be found.</summary>
    private static void Convicts(IReadOnlyList<TownHome> homes, IReadOnlyList<WitnessEntry> seen, StoredAlert stored)
    {
        void Found(string forgery, IReadOnlyList<WitnessEntry> witness, StoredAlert store) =>
            Assert.True(new ThreeChannelJudge(homes, Channels, witness, store).Violations().Count > 0, "not found: " + forgery);

        IReadOnlyList<WitnessEntry> Without(string what) => [.. seen.Except([seen.First(entry => entry.What == what)])];
        StoredAlert With(Func<StoredHousehold, bool> which, Func<StoredHousehold, StoredHousehold> forged)
        {
            var one = stored.Households.First(which);
            return stored with { Households = [.. stored.Households.Select(household => household == one ? forged(one) : household)] };
        }

        Found("a call that is not on file", Without("invite"), stored);
        Found("a text that nobody saw", Without("submit"), stored);
        Found("a reply that was not answered", [.. seen.Except([seen.Last(entry => entry.What == "text")])], stored);
        Found("a mail that nobody saw", Without("mail"), stored);
        Found("a receipt that nobody sent", Without("receipt"), stored);
        Found("a call after the confirmation", [.. seen, seen.First(entry => entry.What == "invite") with { Time = seen[^1].Time.AddMinutes(1) }], stored);
        Found("an answer that is not on file", seen, With(household => household.Answer == StoredHousehold.Safe, household => household with { Score = 0, Answer = 0 }));
        Found("help on file as safe", seen, With(household => household.Answer == StoredHousehold.NeedsHelp, household => household with { Answer = StoredHousehold.Safe }));
        Found("an answer that nobody gave", seen, With(household => household.Answer == 0, household => household with { Score = StoredHousehold.Confirmed, Answer = StoredHousehold.Safe }));
        Found("a household that is not final", seen, With(_ => true, household => household with { IsFinal = false }));
        Found("one reference for two attempts", seen, stored with { Attempts = [.. stored.Attempts, stored.Attempts.First(attempt => attempt.References.Count > 0)] });
    }

    private static Task<DaemonHost> StartDaemonAsync(string configuration) => DaemonHost.StartAsync(
        ConfigurationReader.ReadFile(configuration, []).Options!, new EngineExtras(), new OperatorTexts(CultureInfo.GetCultureInfo("en")), TimeProvider.System,
        NullLoggerFactory.Instance, CancellationToken.None);

    private static string Recording(string language) => Path.Combine(AppContext.BaseDirectory, "voice-prompts", language, "sample-organisation.wav");

    // The ladder of a vital alert with waits of seconds in place of minutes.
    private static string Configuration(LabCommand lab, string returned)
    {
        var account = lab.Printed.GetProperty("smsc");
        var links = $"http://127.0.0.1:{FreePorts.Next()}";
        object Calls(string lines, int after) => new
        {
            Channel = "Voice", Lines = lines, StartAfterSeconds = after, Passes = 1, TriesPerPoint = 2, BusyTriesPerPoint = 2, BusyDelaySeconds = 2, NoAnswerDelaySeconds = 2,
            MaximumPerPoint = 3,
        };
        return JsonSerializer.Serialize(new
        {
            Organisation = new { Name = "Valbourg" },
            Http = new { Urls = new[] { "http://127.0.0.1:0" } },
            Links = new { BaseUrl = links, Urls = new[] { links } },
            Calls = new { RingSeconds = 6, Rounds = 1 },
            Speech = new { Synthesizers = Array.Empty<object>() },
            Sip = new
            {
                Listen = new[] { "udp:127.0.0.1:0" }, RtpPorts = "36000-37999",
                Trunks = new[] { new { Name = "lab", Uri = lab.Trunk, CallerId = "+33162000000", Channels = 60, CallsPerSecond = 20 } },
            },
            Smpp = new
            {
                Gateways = new[]
                {
                    new
                    {
                        Name = "gateway", Host = "127.0.0.1", Port = lab.SmscPort, SystemId = account.GetProperty("systemId").GetString(), Password = account.GetProperty("password").GetString(),
                        Sender = "36000", MessagesPerSecond = 100, UnknownNumberErrors = new[] { "001" },
                    },
                },
            },
            Mail = new { Host = "127.0.0.1", Port = lab.SmtpPort, Security = "None", From = "alerte@valbourg.example", BounceDirectory = returned, MailsPerSecond = 50 },
            Policies = new[]
            {
                new
                {
                    Name = "ways", AnswerWaitSeconds = 12, NumberFloorSeconds = 2, NetworkBackOffSeconds = new[] { 1, 2 },
                    Lanes = new object[]
                    {
                        new { Channel = "Sms", Passes = 1 }, new { Channel = "Email", Passes = 1 }, Calls("Landline", 0), Calls("Mobile", 6),
                        new { Channel = "Voice", Audience = "Trusted", OnlyVulnerable = true, StartAfterSeconds = 20, Passes = 1 },
                    },
                },
            },
        });
    }
}
