using System.Globalization;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Speech.Tests.Prompts;

public sealed class PromptCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PromptCatalogueTests() => PromptFolder.CopyTo(_folder.Path);

    [Fact]
    public void A_file_that_is_not_the_one_described_is_reported_and_never_played()
    {
        File.WriteAllBytes(_folder.File("fr/menu.wav"), WavFile.ToBytes(ToneGenerator.Sine(440, TimeSpan.FromSeconds(1)), 8000));
        var catalogue = PromptCatalogue.Load(_folder.Path);
        Assert.Equal(new PromptProblem(PromptProblemKind.HashMismatch, "fr", "menu"), Assert.Single(catalogue.Problems) with { Detail = "" });
        Assert.False(catalogue.TryGet("fr", "menu", out _));
        Assert.True(catalogue.TryGet("en", "menu", out _));
        Assert.Throws<KeyNotFoundException>(() => catalogue.Get("fr", "menu"));
    }

    [Fact]
    public void A_missing_file_is_reported_with_its_mend()
    {
        File.Delete(_folder.File("en/goodbye.wav"));
        var problem = Assert.Single(PromptCatalogue.Load(_folder.Path).Problems);
        Assert.Equal(PromptProblemKind.FileUnreadable, problem.Kind);
        Assert.Contains("en/goodbye.wav", problem.Describe(CultureInfo.GetCultureInfo("en")));
        Assert.Contains("Relancez", problem.Describe(CultureInfo.GetCultureInfo("fr")));
    }

    [Theory]
    [InlineData("\"lengthMs\": 400", "\"lengthMs\": 420", PromptProblemKind.LengthMismatch)]
    [InlineData("\"name\": \"beep\"", "\"name\": \"../beep\"", PromptProblemKind.BadName)]
    [InlineData("\"name\": \"beep\"", "\"name\": \"menu\"", PromptProblemKind.BadName)]
    [InlineData("\"name\": \"beep\"", "\"name\": \"biip\"", PromptProblemKind.FileUnreadable)]
    [InlineData("\"language\": \"fr\"", "\"language\": \"it\"", PromptProblemKind.LanguageMismatch)]
    [InlineData("\"prompts\": [", "\"prompts\": ", PromptProblemKind.ManifestUnreadable)]
    [InlineData("\"text\"", "\"txet\"", PromptProblemKind.ManifestUnreadable)]
    public void A_wrong_manifest_is_reported(string right, string wrong, PromptProblemKind kind)
    {
        var path = _folder.File("fr/manifest.json");
        var text = File.ReadAllText(path);
        Assert.Contains(right, text);
        File.WriteAllText(path, text.Replace(right, wrong));
        var problems = PromptCatalogue.Load(_folder.Path).Problems;
        Assert.Contains(problems, p => p.Kind == kind && p.Language == "fr");
        Assert.All(problems, p => Assert.NotEmpty(p.Describe(CultureInfo.GetCultureInfo("fr"))));
    }

    [Fact]
    public void A_prompt_left_out_of_the_manifest_is_missed()
    {
        var path = _folder.File("fr/manifest.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"goodbye\"", "\"farewell\""));
        File.Move(_folder.File("fr/goodbye.wav"), _folder.File("fr/farewell.wav"));
        var problems = PromptCatalogue.Load(_folder.Path).Problems;
        Assert.Contains(new PromptProblem(PromptProblemKind.Missing, "fr", "goodbye"), problems);

        // What one language has, every language needs.
        Assert.Contains(new PromptProblem(PromptProblemKind.Missing, "en", "farewell"), problems);
    }

    [Fact]
    public void A_third_language_is_a_folder()
    {
        Directory.CreateDirectory(_folder.File("de"));
        foreach (var file in Directory.GetFiles(_folder.File("en")))
            File.Copy(file, Path.Combine(_folder.File("de"), Path.GetFileName(file)));
        var manifest = _folder.File("de/manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"language\": \"en\"", "\"language\": \"de\""));
        var catalogue = PromptCatalogue.Load(_folder.Path);
        Assert.Empty(catalogue.Problems);
        Assert.Equal(["de", "en", "fr"], catalogue.Languages);
    }

    [Fact]
    public void An_absent_folder_is_one_problem()
    {
        var catalogue = PromptCatalogue.Load(_folder.File("nowhere"));
        Assert.Equal(PromptProblemKind.NoLanguages, Assert.Single(catalogue.Problems).Kind);
        Assert.Empty(catalogue.Languages);
    }

    public void Dispose() => _folder.Dispose();
}
