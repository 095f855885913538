using System.Globalization;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Rendering;
using AlertAutomaton.Speech.Synthesis;
using AlertAutomaton.Speech.Tests.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Speech.Tests.Rendering;

public sealed class SpeechServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedSynthesizer _first = new("first", 500);
    private readonly ScriptedSynthesizer _second = new("second", 900);

    [Fact]
    public async Task The_first_synthesiser_speaks_the_normalised_text_at_phone_level()
    {
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("RD 920 coupée à 18h30", "fr"), default);
        Assert.True(result.IsRendered);
        Assert.Equal("first", result.Source);
        Assert.False(result.FromCache);
        Assert.Empty(result.Faults);
        Assert.Equal(["départementale 920 coupée à 18 heures 30"], _first.Asked);
        Assert.Empty(_second.Asked);
        Assert.True(ToneDetector.Hears(result.Prompt!.Pcm.Span, 500));
        Assert.InRange(SpeechLevelMeter.Measure(result.Prompt.Pcm.Span, 8000).ActiveLevel, -24, -20);
    }

    [Fact]
    public async Task A_text_is_spoken_once_and_shared_also_after_a_restart()
    {
        var text = new SpokenText("Bonjour", "fr");
        using (var service = Service())
        {
            var made = await service.RenderAsync(text, default);
            var again = await service.RenderAsync(text, default);
            Assert.Same(made.Prompt, again.Prompt);
            Assert.True(again.FromCache);
        }

        using var restarted = Service();
        var kept = await restarted.RenderAsync(text, default);
        Assert.True(kept.FromCache);
        Assert.Single(_first.Asked);
        Assert.True(ToneDetector.Hears(kept.Prompt!.Pcm.Span, 500));
    }

    [Fact]
    public async Task When_the_preferred_voice_fails_the_next_one_speaks_and_the_failure_is_told()
    {
        _first.Fault = SpeechFaultKind.Unreachable;
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("Bonjour", "fr"), default);
        Assert.Equal("second", result.Source);
        Assert.Equal(SpeechFaultKind.Unreachable, Assert.Single(result.Faults).Kind);
        Assert.True(ToneDetector.Hears(result.Prompt!.Pcm.Span, 900));
    }

    [Fact]
    public async Task At_launch_what_the_fallback_voice_made_is_found_without_asking_anybody()
    {
        var text = new SpokenText("Bonjour", "fr");
        _first.Fault = SpeechFaultKind.Unreachable;
        using var service = Service();
        Assert.Null(await service.FindRenderedAsync(text, default));
        await service.RenderAsync(text, default);
        var asked = _first.Asked.Count;
        var found = await service.FindRenderedAsync(text, default);
        Assert.NotNull(found);
        Assert.True(ToneDetector.Hears(found.Pcm.Span, 900));
        Assert.Equal(asked, _first.Asked.Count);
    }

    [Fact]
    public async Task When_nothing_can_speak_every_reason_is_told_in_the_operators_language()
    {
        _first.Fault = SpeechFaultKind.NotAuthorised;
        _second.Fault = SpeechFaultKind.NotInstalled;
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("Bonjour", "fr"), default);
        Assert.False(result.IsRendered);
        Assert.Equal([SpeechFaultKind.NotAuthorised, SpeechFaultKind.NotInstalled], result.Faults.Select(f => f.Kind));
        Assert.StartsWith("Le serveur vocal first refuse la clé.", result.Faults[0].Describe(CultureInfo.GetCultureInfo("fr-FR")));
        Assert.StartsWith("second is not installed", result.Faults[1].Describe(CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public async Task A_language_that_nobody_speaks_is_a_clear_fault()
    {
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("Hello", "en"), default);
        Assert.Equal(SpeechFaultKind.NoSynthesizer, Assert.Single(result.Faults).Kind);
        Assert.Equal(SpeechFaultKind.NoSynthesizer, Assert.Single((await service.RenderAsync(new SpokenText("x", "../fr"), default)).Faults).Kind);
    }

    [Theory]
    [InlineData("", SpeechFaultKind.EmptyText)]
    [InlineData(" \u0007 …", SpeechFaultKind.EmptyText)]
    public async Task A_text_with_nothing_to_say_is_refused(string text, SpeechFaultKind kind)
    {
        using var service = Service();
        Assert.Equal(kind, Assert.Single((await service.RenderAsync(new SpokenText(text, "fr"), default)).Faults).Kind);
        Assert.Empty(_first.Asked);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText(new string('a', 4001), "fr"), default);
        Assert.Equal(SpeechFaultKind.TextTooLong, Assert.Single(result.Faults).Kind);
    }

    [Fact]
    public async Task A_recording_comes_before_any_synthesiser()
    {
        await File.WriteAllBytesAsync(_folder.File("mayor.wav"), WavFile.ToBytes(ToneGenerator.Sine(700, TimeSpan.FromSeconds(2), -30, 44100), 44100));
        using var service = Service();
        var text = new SpokenText("Bonjour", "fr", _folder.File("mayor.wav"));
        var result = await service.RenderAsync(text, default);
        Assert.Equal("recording", result.Source);
        Assert.Empty(_first.Asked);
        Assert.True(ToneDetector.Hears(result.Prompt!.Pcm.Span, 700));
        Assert.Same(result.Prompt, await service.FindRenderedAsync(text, default));
        Assert.True((await service.RenderAsync(text, default)).FromCache);
    }

    [Fact]
    public async Task A_shipped_prompt_used_as_a_recording_is_played_as_it_is()
    {
        var path = Path.Combine(PromptFolder.Shipped(), "fr", PromptNames.SampleFloodMessage + ".wav");
        Assert.True(WavFile.TryRead(await File.ReadAllBytesAsync(path), out var audio, out _));
        using var service = Service();
        var text = new SpokenText("", "fr", path);
        var result = await service.RenderAsync(text, default);
        Assert.Equal(audio!.Samples, result.Prompt!.Pcm.ToArray());
        Assert.Same(result.Prompt, (await service.RenderAsync(text, default)).Prompt);

        // The same bytes elsewhere are a recording like any other.
        File.Copy(path, _folder.File("copy.wav"));
        var copy = await service.RenderAsync(new SpokenText("", "fr", _folder.File("copy.wav"), SpeechSpacing.Fragment), default);
        Assert.NotEqual(audio.Samples, copy.Prompt!.Pcm.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recording_that_cannot_be_read_gives_way_to_the_text(bool exists)
    {
        if (exists)
            await File.WriteAllTextAsync(_folder.File("mayor.wav"), "this is no sound");
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("Bonjour", "fr", _folder.File("mayor.wav")), default);
        Assert.Equal("first", result.Source);
        Assert.Equal(SpeechFaultKind.RecordingUnreadable, Assert.Single(result.Faults).Kind);
    }

    [Fact]
    public async Task A_silent_recording_without_a_text_is_a_fault_and_not_silence()
    {
        await File.WriteAllBytesAsync(_folder.File("mayor.wav"), WavFile.ToBytes(new short[16000], 8000));
        using var service = Service();
        var result = await service.RenderAsync(new SpokenText("", "fr", _folder.File("mayor.wav")), default);
        Assert.False(result.IsRendered);
        Assert.Equal(SpeechFaultKind.RecordingUnreadable, Assert.Single(result.Faults).Kind);
    }

    [Fact]
    public async Task Damaged_cache_files_are_made_again()
    {
        var text = new SpokenText("Bonjour", "fr");
        using (var service = Service())
            await service.RenderAsync(text, default);
        var file = Assert.Single(Directory.GetFiles(_folder.File("cache"), "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(file, "broken");
        using var restarted = Service();
        var result = await restarted.RenderAsync(text, default);
        Assert.False(result.FromCache);
        Assert.Equal(2, _first.Asked.Count);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_does_not_stop_the_message()
    {
        await File.WriteAllTextAsync(_folder.File("cache"), "a file where the folder should be");
        using var service = Service();
        Assert.True((await service.RenderAsync(new SpokenText("Bonjour", "fr"), default)).IsRendered);
    }

    [Fact]
    public async Task Other_words_voices_or_spacing_are_other_sounds()
    {
        using var service = Service();
        var message = await service.RenderAsync(new SpokenText("Bonjour", "fr"), default);
        var fragment = await service.RenderAsync(new SpokenText("Bonjour", "fr", null, SpeechSpacing.Fragment), default);
        var other = await service.RenderAsync(new SpokenText("Bonsoir", "fr"), default);
        Assert.Equal(3, _first.Asked.Count);
        Assert.Equal(message.Prompt!.Duration - fragment.Prompt!.Duration, TimeSpan.FromMilliseconds(680));
        Assert.NotSame(message.Prompt, other.Prompt);
    }

    [Fact]
    public async Task A_check_tells_who_speaks_which_language()
    {
        _second.Fault = SpeechFaultKind.NotInstalled;
        using var service = Service();
        var found = await service.CheckAsync(["fr"], default);
        Assert.Equal([("first", true), ("second", false)], found.Select(a => (a.Synthesizer, a.IsAvailable)));
    }

    [Fact]
    public void The_service_disposes_of_its_synthesisers()
    {
        Service().Dispose();
        Assert.True(_first.IsDisposed && _second.IsDisposed);
    }

    public void Dispose() => _folder.Dispose();

    private SpeechService Service()
        => new(new SpeechOptions { CacheDirectory = _folder.File("cache") }, [_first, _second], NullLoggerFactory.Instance);
}
