using System.Globalization;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Speech.Tests.Prompts;

public sealed class OwnPromptsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_towns_own_recording_goes_before_the_shipped_prompt_levelled_like_it()
    {
        Assert.Null(await OwnPrompts.KeepAsync(_folder.Path, "fr", PromptNames.Goodbye, Tone(700, -35), default));
        var catalogue = PromptCatalogue.Load(PromptFolder.Shipped(), _folder.Path);
        Assert.Empty(catalogue.Problems);
        var own = catalogue.Find("fr", PromptNames.Goodbye)!;
        Assert.Equal(OwnPrompts.Voice, own.Voice);
        Assert.Equal(PromptCatalogue.Load(PromptFolder.Shipped()).Find("fr", PromptNames.Goodbye)!.Text, own.Text);
        Assert.True(ToneDetector.Hears(own.Prompt.Pcm.Span, 700));
        Assert.InRange(SpeechLevelMeter.Measure(own.Prompt.Pcm.Span, 8000).ActiveLevel, -24, -20);
        Assert.NotEqual(OwnPrompts.Voice, catalogue.Find("en", PromptNames.Goodbye)!.Voice);
    }

    [Fact]
    public async Task A_name_that_no_prompt_has_is_refused_and_nothing_leaves_the_folder()
    {
        foreach (var (language, name) in new[] { ("fr", "no-such-prompt"), ("fr", "../goodbye"), ("..", PromptNames.Goodbye), ("FR", PromptNames.Goodbye) })
            Assert.Equal(PromptProblemKind.OwnNameUnknown, (await OwnPrompts.KeepAsync(_folder.Path, language, name, Tone(700, -20), default))!.Kind);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_is_no_sound_is_refused()
    {
        Assert.Equal(PromptProblemKind.OwnFileUnusable, (await OwnPrompts.KeepAsync(_folder.Path, "fr", PromptNames.Goodbye, new byte[100], default))!.Kind);
        Assert.Equal(PromptProblemKind.OwnFileUnusable, (await OwnPrompts.KeepAsync(_folder.Path, "fr", PromptNames.Goodbye, WavFile.ToBytes(new short[8000], 8000), default))!.Kind);
    }

    [Fact]
    public void A_damaged_own_recording_is_reported_and_the_shipped_prompt_is_played_in_its_place()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "fr"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "fr", "goodbye.wav"), new byte[100]);
        File.WriteAllBytes(Path.Combine(_folder.Path, "fr", "stray.wav"), new byte[100]);
        var catalogue = PromptCatalogue.Load(PromptFolder.Shipped(), _folder.Path);
        Assert.Equal([PromptProblemKind.OwnFileUnusable, PromptProblemKind.OwnNameUnknown], catalogue.Problems.Select(problem => problem.Kind));
        Assert.All(catalogue.Problems, problem => Assert.NotEmpty(problem.Describe(CultureInfo.GetCultureInfo("fr"))));
        Assert.NotEqual(OwnPrompts.Voice, catalogue.Find("fr", PromptNames.Goodbye)!.Voice);
    }

    private static byte[] Tone(double hertz, double level) => WavFile.ToBytes(ToneGenerator.Sine(hertz, TimeSpan.FromSeconds(1), level), 8000);
}
