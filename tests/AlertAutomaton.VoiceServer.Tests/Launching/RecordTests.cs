using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Launching;

public sealed class RecordTests : IAsyncDisposable
{
    private readonly TownHall _town = new();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task What_is_spoken_after_the_beep_is_levelled_played_back_and_kept_under_its_number()
    {
        ScriptedPhone phone = await RecordAsync("2#15#");
        Assert.Equal(
            [LaunchPromptNames.RecordStart, PromptNames.Beep, LaunchPromptNames.RecordReplay, "recording", LaunchPromptNames.RecordChoice, LaunchPromptNames.RecordNumber],
            phone.Heard.SkipWhile(name => name != LaunchPromptNames.RecordStart).Take(6));
        Assert.Equal([LaunchPromptNames.RecordKept, "number-5"], phone.Heard.SkipWhile(name => name != LaunchPromptNames.RecordKept).Take(2));
        Assert.True(WavFile.TryRead(_town.Recordings.Files[5], out WavAudio? kept, out _));
        Assert.True(ToneDetector.Hears(kept!.Samples, 700));
        Assert.InRange(SpeechLevelMeter.Measure(kept.Samples, 8000).ActiveLevel, -24, -20);
    }

    [Fact]
    public async Task It_may_be_spoken_again_and_heard_again()
    {
        ScriptedPhone phone = await RecordAsync("2#2#315#");
        Assert.Equal(2, phone.Heard.Count(name => name == PromptNames.Beep));
        Assert.Equal(3, phone.Heard.Count(name => name == "recording"));
        Assert.Single(_town.Recordings.Files);
    }

    [Fact]
    public async Task Silence_is_not_kept()
    {
        ScriptedPhone phone = await _town.OperatorCallsAsync(_town.NewPhone().Types(TownHall.ComeIn + "2#"));
        Assert.Contains(LaunchPromptNames.RecordNothing, phone.Heard);
        Assert.Empty(_town.Recordings.Files);
        Assert.True(phone.HungUp);
    }

    [Fact]
    public async Task A_number_that_is_taken_is_replaced_only_when_asked_to()
    {
        await RecordAsync("2#15#");
        byte[] before = _town.Recordings.Files[5];
        await RecordAsync("2#15#26#", hertz: 900);
        Assert.Same(before, _town.Recordings.Files[5]);
        Assert.True(_town.Recordings.Files.ContainsKey(6));
        await RecordAsync("2#15#1", hertz: 900);
        Assert.NotSame(before, _town.Recordings.Files[5]);
    }

    [Fact]
    public async Task A_full_disk_is_said()
    {
        _town.Recordings.DiskIsFull = true;
        Assert.Contains(LaunchPromptNames.RecordFailed, (await RecordAsync("2#15#")).Heard);
    }

    private Task<ScriptedPhone> RecordAsync(string keys, double hertz = 700)
    {
        ScriptedPhone phone = _town.NewPhone().Types(TownHall.ComeIn + keys);
        phone.Says = ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(2), -30);
        return _town.OperatorCallsAsync(phone);
    }
}
