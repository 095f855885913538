using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Tests.CommandLine;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Speech.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A town with a gateway, a mail server and two people on duty, whose phones are in the hands of a test.</summary>
internal sealed class DutyTown : IAsyncDisposable
{
    public const string Mailbox = "duty@valbourg.example";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private const string FirstPhone = "+33639984211";
    private const string SecondPhone = "+33639984212";
    private const string FirstPin = "739264";
    private const string SecondPin = "604917";
    private readonly TownFixture _town;
    private readonly LabMailServer _mails;

    private DutyTown(TownFixture town, LabMailServer mails, LabSmsc gateway)
    {
        _town = town;
        _mails = mails;
        Gateway = gateway;
        First = town.Town.Claim(FirstPhone);
        Second = town.Town.Claim(SecondPhone);
    }

    public TownFixture Town => _town;

    public LabSmsc Gateway { get; }

    /// <summary>The phone of operator 1042, who is phoned first.</summary>
    public LabPhone First { get; }

    /// <summary>The phone of operator 1043, who is phoned next.</summary>
    public LabPhone Second { get; }

    public LabMailbox Mail => _mails.Mailbox(Mailbox);

    /// <param name="household">The number of the one household.</param>
    /// <param name="duty">More of the Duty section, as JSON members.</param>
    public static async Task<DutyTown> StartAsync(string household, string duty = "")
    {
        var town = await TownFixture.StartAsync(household);
        var mails = LabMailServer.Start(new LabMailServerOptions(), WitnessLog.None(), TimeProvider.System, NullLogger.Instance);
        var gateway = new LabSmsc(new LabSmscOptions(), TimeProvider.System, NullLogger<LabSmsc>.Instance);
        gateway.Start();
        var plain = await File.ReadAllTextAsync(town.Configuration);
        await File.WriteAllTextAsync(town.Configuration, plain.Replace("\"Calls\":", string.Create(CultureInfo.InvariantCulture, $$"""
            "Smpp": { "Gateways": [ { "Name": "texts", "Host": "127.0.0.1", "Port": {{gateway.EndPoint.Port}}, "SystemId": "town", "Password": "lab", "Sender": "VALBOURG", "TakesReplies": false } ] },
            "Mail": { "Host": "127.0.0.1", "Port": {{mails.Port}}, "Security": "None", "From": "alerte@valbourg.example" },
            "VoiceServer": { "KeyWaitSeconds": 20, "DigitWaitSeconds": 20 },
            "Duty": { "Reserve": [ "1042", "1043" ], "AlarmMails": [ "{{Mailbox}}" ]{{(duty.Length > 0 ? ", " + duty : "")}} },
            "Calls":
            """), StringComparison.Ordinal));
        return new DutyTown(town, mails, gateway);
    }

    public Task<DaemonHost> StartDaemonAsync() => _town.StartDaemonAsync();

    public Task<CommandRun> CommandAsync(string? input, params IReadOnlyList<string> arguments) =>
        CommandRun.OfAsync([.. arguments, "--config", _town.Configuration, "--json"], input);

    /// <summary>Two operators with phone and PIN, and scenario 12.</summary>
    public async Task PrepareAsync()
    {
        var scenarios = Path.Combine(_town.Directory, "scenarios.json");
        await File.WriteAllTextAsync(scenarios, """
            { "groups": [ { "number": 3, "name": "Rive droite", "contacts": "contacts.csv" } ],
              "scenarios": [ { "number": 12, "names": [ { "language": "fr", "written": "Inondation", "spoken": "inondation" } ], "kinds": [ "exercise" ],
                "messages": [ { "language": "fr", "prompt": "sample-flood-message" } ], "groups": [ "Rive droite" ] } ] }
            """);
        await DoneAsync(null, "scenarios", "import", scenarios);
        await DoneAsync(null, "operators", "add", "1042", "--name", "First", "--phone", FirstPhone, "--may-launch");
        await DoneAsync(FirstPin + "\n", "operators", "pin", "1042");
        await DoneAsync(null, "operators", "add", "1043", "--name", "Second", "--phone", SecondPhone, "--may-launch");
        await DoneAsync(SecondPin + "\n", "operators", "pin", "1043");
    }

    /// <summary>The one matter as the console shows it, as soon as there is one.</summary>
    public async Task<JsonElement> MatterAsync(string state)
    {
        JsonElement found = default;
        await Until.TrueAsync(
            async () =>
            {
                var listed = await CommandAsync(null, "duty", "list");
                using var matters = JsonDocument.Parse(listed.Out);
                found = matters.RootElement.EnumerateArray().FirstOrDefault(matter => matter.GetProperty("state").GetString() == state).Clone();
                return found.ValueKind == JsonValueKind.Object;
            },
            Patience);
        return found;
    }

    /// <summary>Picks up and gives number and PIN of the operator.</summary>
    public async Task<LabCall> PickUpAsync(LabPhone phone)
    {
        var call = await phone.ExpectCallAsync(Patience);
        call.Ring();
        await call.AnswerAsync();
        await call.ExpectPromptAsync(PhonedTown.Prompt(OperatorPromptNames.AskNumber), Patience);
        await PhonedTown.TypeAsync(call, phone == First ? "1042#" : "1043#");
        await call.ExpectPromptAsync(PhonedTown.Prompt(OperatorPromptNames.AskPin), Patience);
        await PhonedTown.TypeAsync(call, (phone == First ? FirstPin : SecondPin) + "#");
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _mails.DisposeAsync();
        await _town.DisposeAsync();
    }

    private async Task DoneAsync(string? input, params IReadOnlyList<string> arguments)
    {
        var run = await CommandAsync(input, arguments);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
    }
}
