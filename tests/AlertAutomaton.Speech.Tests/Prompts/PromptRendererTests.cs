using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Tests.Prompts;

public sealed class PromptRendererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedSynthesizer _voice = new("scripted", 600);

    public PromptRendererTests() => PromptFolder.CopyTo(_folder.Path);

    [Fact]
    public async Task Every_text_is_spoken_anew_and_the_catalogue_accepts_the_result()
    {
        var result = await new PromptRenderer(_voice).RenderAsync(_folder.File("fr"), default);
        Assert.True(result.IsComplete);
        Assert.Superset(PromptNames.All.ToHashSet(), result.Rendered.ToHashSet());
        var catalogue = PromptCatalogue.Load(_folder.Path);
        Assert.Empty(catalogue.Problems);
        Assert.True(ToneDetector.Hears(catalogue.Get("fr", PromptNames.Menu).Pcm.Span, 600));
        Assert.True(ToneDetector.Hears(catalogue.Get("fr", PromptNames.Beep).Pcm.Span, 1000));
        Assert.Equal("scripted voice-1", catalogue.Find("fr", PromptNames.Menu)!.Voice);
    }

    [Fact]
    public async Task Rendering_twice_changes_nothing()
    {
        await new PromptRenderer(_voice).RenderAsync(_folder.File("fr"), default);
        var before = Snapshot();
        await new PromptRenderer(_voice).RenderAsync(_folder.File("fr"), default);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task When_one_text_cannot_be_spoken_nothing_is_written()
    {
        var before = Snapshot();
        _voice.Fault = SpeechFaultKind.NotInstalled;
        var result = await new PromptRenderer(_voice).RenderAsync(_folder.File("fr"), default);
        Assert.False(result.IsComplete);
        Assert.Equal(PromptProblemKind.NotSpoken, result.Problem!.Kind);
        Assert.Contains("scripted", result.Problem.Detail);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task What_a_person_recorded_is_left_alone()
    {
        var manifest = _folder.File("fr/manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"name\": \"repeat\",", "\"name\": \"repeat\", \"recorded\": true,"));
        var recorded = File.ReadAllBytes(_folder.File("fr/repeat.wav"));
        Assert.True((await new PromptRenderer(_voice).RenderAsync(_folder.File("fr"), default)).IsComplete);
        Assert.Equal(recorded, File.ReadAllBytes(_folder.File("fr/repeat.wav")));
        Assert.Empty(PromptCatalogue.Load(_folder.Path).Problems);
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_a_problem()
        => Assert.Equal(PromptProblemKind.ManifestUnreadable, (await new PromptRenderer(_voice).RenderAsync(_folder.Path, default)).Problem!.Kind);

    public void Dispose() => _folder.Dispose();

    private string Snapshot()
        => string.Join('\n', Directory.GetFiles(_folder.File("fr")).Order().Select(f => $"{Path.GetFileName(f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"));
}
