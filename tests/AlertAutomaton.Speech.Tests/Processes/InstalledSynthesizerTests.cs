using AlertAutomaton.Media.Audio;
using AlertAutomaton.Speech.Normalisation;
using AlertAutomaton.Speech.Processes;
using AlertAutomaton.Speech.Synthesis;

namespace AlertAutomaton.Speech.Tests.Processes;

/// <summary>The real programs, where they are installed.</summary>
public sealed class InstalledSynthesizerTests
{
    private const string Message = "ALERTE INONDATION : la RD 920 est coupée à 18h30. Appelez le 01 62 03 04 05.";

    [Fact]
    public async Task Espeak_speaks_french_and_english_for_the_phone()
    {
        using var espeak = new EspeakSynthesizer(new EspeakOptions(), TimeProvider.System);
        await SpeaksAsync(espeak, "fr");
        await SpeaksAsync(espeak, "en");
    }

    [Fact]
    public async Task Espeak_refuses_a_language_that_it_does_not_have()
    {
        using var espeak = new EspeakSynthesizer(new EspeakOptions(), TimeProvider.System);
        await SkipUnlessInstalledAsync(espeak, "fr");
        var found = await espeak.CheckAsync("zz", default);
        Assert.False(found.IsAvailable);
    }

    [Fact]
    public async Task Espeak_does_not_obey_phoneme_brackets_in_a_message()
    {
        using var espeak = new EspeakSynthesizer(new EspeakOptions(), TimeProvider.System);
        await SkipUnlessInstalledAsync(espeak, "en");
        var plain = await espeak.SynthesizeAsync(TextNormaliser.Normalise("((h@'loU))", "en"), "en", default);
        var tricked = await espeak.SynthesizeAsync(TextNormaliser.Normalise("[[h@'loU]]", "en"), "en", default);
        Assert.Equal(plain.Audio!.Samples, tricked.Audio!.Samples);
    }

    [Fact]
    public async Task Pico_speaks_french_and_english_for_the_phone()
    {
        using var pico = new PicoSynthesizer(new PicoOptions(), TimeProvider.System);
        await SpeaksAsync(pico, "fr");
        await SpeaksAsync(pico, "en");
    }

    private static async Task SpeaksAsync(ISpeechSynthesizer synthesizer, string language)
    {
        await SkipUnlessInstalledAsync(synthesizer, language);
        var result = await synthesizer.SynthesizeAsync(TextNormaliser.Normalise(Message, language), language, default);
        Assert.Null(result.Fault);
        var prepared = PhonePreparation.Prepare(result.Audio!.Samples, result.Audio.SampleRate);
        Assert.True(prepared.IsUsable);
        Assert.InRange(prepared.ActiveLevel, -24, -20);
        Assert.InRange(prepared.Pcm.Length / 8000.0, 6, 20);
    }

    private static async Task SkipUnlessInstalledAsync(ISpeechSynthesizer synthesizer, string language)
    {
        var found = await synthesizer.CheckAsync(language, default);
        Assert.SkipWhen(found.Fault?.Kind == SpeechFaultKind.NotInstalled, $"{synthesizer.Name} is not installed.");
    }
}
