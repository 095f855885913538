namespace AlertAutomaton.Speech.Synthesis;

/// <summary>The only proof that a synthesiser works is that it speaks: a few words cost less than a doubt.</summary>
internal static class SynthesisProbe
{
    private const string Text = "Alert, 1, 2, 3.";

    public static async Task<SynthesizerAvailability> RunAsync(
        ISpeechSynthesizer synthesizer, string language, CancellationToken cancellation)
    {
        var result = await synthesizer.SynthesizeAsync(Text, language, cancellation);
        return new SynthesizerAvailability(synthesizer.Name, language, result.Fault);
    }
}
