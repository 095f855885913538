using System.Globalization;
using System.Text.RegularExpressions;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Loopback;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Daemon.Tests.EndToEnd.PhonedTown;

namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>A household is texted its five-digit code and hears its message with it from any phone.</summary>
public sealed partial class CodeStories
{
    [Fact]
    public async Task Whoever_is_texted_the_code_types_it_from_an_unknown_phone_hears_the_message_and_answers()
    {
        await using var smsc = new LabSmsc(new LabSmscOptions(), TimeProvider.System, NullLogger<LabSmsc>.Instance);
        smsc.Start();
        await using var town = await StartAsync("", NeverAnswers);
        await TextAsync(town, smsc);
        await using var daemon = await town.StartDaemonAsync();
        await DoneAsync(
            town, null, "send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--sms-text", "fr=L'eau monte. Code {code}.", "--kind", "exercise", "--title", "River");

        var text = (await smsc.ExpectTextAsync(NeverAnswers, Patience)).Text;
        var code = Code().Match(text).Groups[1].Value;
        Assert.True(code.Length == 5, text);

        await using var line = await PhoneAsync(daemon, Stranger);
        var call = await CallingPhone.CallAsync(line, ResidentsLine);
        await call.ExpectAsync(Prompt(ResidentPromptNames.AskCode));
        await call.TypeAsync(code);
        await call.ExpectAsync(Prompt("sample-flood-message"));
        await call.TypeAsync("1");
        await call.ExpectAsync(Prompt(PromptNames.AcknowledgedSafe));
        await call.ExpectHungUpAsync();

        Assert.Equal(1, (await FinishedAsync(daemon, town)).GetProperty("progress").GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task Without_a_line_of_the_residents_a_code_is_refused_with_the_way_to_mend_it()
    {
        await using var town = await TownFixture.StartAsync(NeverAnswers);
        await using var daemon = await town.StartDaemonAsync();

        var refused = await CommandAsync(
            town, null, "send", "--contacts", town.Contacts, "--recording", "fr=" + TownFixture.Recording, "--sms-text", "fr=Code { Code }.", "--kind", "exercise");

        Assert.True(refused.ExitCode == ExitCode.InvalidInput, refused.Error);
        Assert.Contains("/messages/0/smsText", refused.Error, StringComparison.Ordinal);
        Assert.Contains("VoiceServer.Lines", refused.Error, StringComparison.Ordinal);
    }

    private static async Task TextAsync(TownFixture town, LabSmsc smsc)
    {
        var plain = await File.ReadAllTextAsync(town.Configuration);
        await File.WriteAllTextAsync(town.Configuration, plain.Replace("\"VoiceServer\":", string.Create(CultureInfo.InvariantCulture, $$"""
            "Smpp": { "Gateways": [ { "Name": "sms", "Host": "127.0.0.1", "Port": {{smsc.EndPoint.Port}}, "SystemId": "town", "Password": "lab", "Sender": "VALBOURG" } ] },
            "VoiceServer":
            """), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Code (\d{5})\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
