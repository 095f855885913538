using System.Text.Json;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>What an operator says into a phone is what residents hear: SIPp speaks a tone, baresip listens.</summary>
public sealed class RecordedByPhoneTests
{
    // So long that the beep comes meanwhile on a slow machine as well.
    private const int SecondsOfSpeech = 25;
    private const string Recording = "7#";
    private const string Group = "3#";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_message_recorded_and_launched_by_phone_is_what_the_residents_hear()
    {
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer };
        await using BaresipPhone resident = await BaresipPhone.StartAsync("+33639980001", Path.Combine(run.Folder, "phone"));
        await using PhoneTown town = await PhoneTown.StartAsync(run, new TrunkLine("operator", $"sip:127.0.0.1:{resident.Port}") { ReservedChannels = 2 }, homes: 1);

        // Record, speak, keep under a number; then launch, a recording, that one, to the group, as an exercise, for one home.
        string keys = $"{PhoneTown.Number}#{PhoneTown.Pin}#,2{new string('~', SecondsOfSpeech)}#1{Recording},12{Recording}{Group}21#";
        await using PeerProcess duty = town.Call(keys, [PhoneTown.DutyOfficer]);
        await resident.WaitForCallAsync(Patience);
        await resident.WaitForToneAsync(PhoneCapture.SpeechHertz, TimeSpan.FromSeconds(5), Patience);
        await resident.PressAsync('1');
        await town.UntilAsync(
            async () =>
            {
                JsonElement alert = await town.OnlyAlertAsync();
                return alert.GetProperty("progress").GetProperty("confirmed").GetInt32() == 1;
            },
            "confirmed");
        await town.AssertNothingTypedIsWrittenAsync(PhoneTown.Pin);
    }
}
