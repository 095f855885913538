using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Speech.Tests.Prompts;

/// <summary>What is committed in <c>voice-prompts</c> is what residents will hear.</summary>
public sealed class ShippedPromptsTests
{
    private static readonly PromptCatalogue _catalogue = PromptCatalogue.Load(PromptFolder.Shipped());

    [Fact]
    public void Every_prompt_is_there_in_french_and_english_and_unaltered()
    {
        Assert.Empty(_catalogue.Problems);
        Assert.Superset(new HashSet<string> { "fr", "en" }, _catalogue.Languages.ToHashSet());
        foreach (var language in _catalogue.Languages)
            Assert.All(PromptNames.All, name => Assert.True(_catalogue.TryGet(language, name, out _)));
    }

    [Fact]
    public void Every_spoken_prompt_has_phone_level_and_no_clipping()
    {
        foreach (var (language, name, prompt) in Spoken())
        {
            var level = SpeechLevelMeter.Measure(prompt.Prompt.Pcm.Span, 8000).ActiveLevel;

            // A single short word never reaches its level before the limiter: the hangover of P.56 counts the silence after it as speech.
            var lowest = prompt.Prompt.Duration < TimeSpan.FromMilliseconds(700) ? -26 : -24;
            Assert.True(level > lowest && level < -20, $"{language}/{name}: {level:F1} dBov in {prompt.Prompt.Duration.TotalMilliseconds} ms");
            Assert.True(prompt.Prompt.Pcm.ToArray().Max(s => Math.Abs((int)s)) < 23300, $"{language}/{name} peaks too high");
            Assert.NotEmpty(prompt.Text);
        }
    }

    [Theory]
    [InlineData(PromptNames.AlertOpening)]
    [InlineData(PromptNames.ExerciseOpening)]
    [InlineData(PromptNames.TestOpening)]
    [InlineData(PromptNames.InformationOpening)]
    [InlineData(PromptNames.ConvocationOpening)]
    public void What_it_is_and_who_calls_are_said_within_three_seconds_of_the_first_word(string opening)
    {
        foreach (var language in _catalogue.Languages)
        {
            // Without the 300 ms of silence while the media path opens, and the 100 ms after the name.
            var both = _catalogue.Get(language, opening).Duration + _catalogue.Get(language, PromptNames.SampleOrganisation).Duration;
            var seconds = both.TotalSeconds - 0.3 - 0.1;
            Assert.True(seconds <= 3, $"{language}/{opening}: {seconds:F2} s");
        }
    }

    [Fact]
    public void Nobody_can_take_an_exercise_for_the_real_thing()
    {
        foreach (var (language, word) in new[] { ("fr", "exercice"), ("en", "exercise") })
        {
            Assert.Contains(word, _catalogue.Find(language, PromptNames.ExerciseOpening)!.Text);
            Assert.Contains(word, _catalogue.Find(language, PromptNames.ExerciseReminder)!.Text);
            Assert.DoesNotContain(word, _catalogue.Find(language, PromptNames.AlertOpening)!.Text);
        }
    }

    [Theory]
    [InlineData(PromptNames.Menu)]
    [InlineData(PromptNames.MenuTrusted)]
    [InlineData(PromptNames.MenuConvocation)]
    public void The_menu_names_every_key(string menu)
    {
        foreach (var language in _catalogue.Languages)
            Assert.All(["1", "2", "0", "9"], key => Assert.Contains(key, _catalogue.Find(language, menu)!.Text));
    }

    [Fact]
    public void The_beep_is_one_tone()
        => Assert.All(_catalogue.Languages, language => Assert.True(ToneDetector.Hears(_catalogue.Get(language, PromptNames.Beep).Pcm.Span, 1000)));

    [Fact]
    public void An_exercise_and_a_real_alert_have_tones_that_nobody_confuses()
        => Assert.All(_catalogue.Languages, language =>
        {
            Assert.True(ToneDetector.Hears(_catalogue.Get(language, OperatorPromptNames.ExerciseTone).Pcm.Span, 440));
            Assert.True(ToneDetector.Hears(_catalogue.Get(language, OperatorPromptNames.RealTone).Pcm.Span, 880));
        });

    [Fact]
    public void What_an_operator_hears_of_an_exercise_says_so_and_of_a_real_alert_never_does()
    {
        string[] exercise = [OperatorPromptNames.KindExercise, LaunchPromptNames.ConfirmExercise, LaunchPromptNames.CountdownExercise, LaunchPromptNames.LaunchedExercise, LaunchPromptNames.ApproveChoiceExercise];
        string[] real = [OperatorPromptNames.KindReal, LaunchPromptNames.ConfirmReal, LaunchPromptNames.CountdownReal, LaunchPromptNames.LaunchedReal, LaunchPromptNames.ApproveChoiceReal];
        foreach (var (language, exerciseWord, realWord) in new[] { ("fr", "exercice", "réelle"), ("en", "exercise", "real") })
        {
            Assert.All(exercise, name => Assert.Contains(exerciseWord, _catalogue.Find(language, name)!.Text, StringComparison.OrdinalIgnoreCase));
            Assert.All(real, name => Assert.Contains(realWord, _catalogue.Find(language, name)!.Text, StringComparison.OrdinalIgnoreCase));
            Assert.All(real, name => Assert.DoesNotContain(exerciseWord, _catalogue.Find(language, name)!.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_operators_menu_names_every_key()
        => Assert.All(_catalogue.Languages, language =>
            Assert.All(Enumerable.Range(1, 7), key => Assert.Contains($"{key}", _catalogue.Find(language, OperatorPromptNames.MainMenu)!.Text)));

    [Fact]
    public void All_languages_together_stay_small()
        => Assert.True(new DirectoryInfo(PromptFolder.Shipped()).EnumerateFiles("*.wav", SearchOption.AllDirectories).Sum(f => f.Length) < 24_000_000);

    private static IEnumerable<(string Language, string Name, CataloguedPrompt Prompt)> Spoken()
        => from language in _catalogue.Languages
           from name in PromptNames.All
           let prompt = _catalogue.Find(language, name)!
           where prompt.Text.Length > 0
           select (language, name, prompt);
}
