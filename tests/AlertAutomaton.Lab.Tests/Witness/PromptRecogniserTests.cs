using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Lab.Tests.Channels;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Lab.Tests.Witness;

public sealed class PromptRecogniserTests
{
    private static readonly PreparedPrompt Speech = LabSounds.Of(LabVoice.MachineGreeting);
    private static readonly PreparedPrompt Rising = PreparedPrompt.FromPcm("rising", Chirp(300, 900));
    private static readonly PreparedPrompt Falling = PreparedPrompt.FromPcm("falling", Chirp(900, 300));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1777)]
    public void A_prompt_that_went_through_a_codec_is_found_wherever_it_begins(int offset)
    {
        var sound = new short[offset + Speech.Pcm.Length + 4000];
        var codes = new byte[Speech.Pcm.Length];
        G711.Encode(AudioCodec.Pcma, Speech.Pcm.Span, codes);
        G711.Decode(AudioCodec.Pcma, codes, sound.AsSpan(offset));
        Assert.Equal([Speech.Name], new PromptRecogniser([Speech, Rising]).Find(sound));
    }

    [Fact]
    public void Another_prompt_silence_and_nothing_are_not_taken_for_it()
    {
        var recogniser = new PromptRecogniser([Rising]);
        Assert.Empty(recogniser.Find(Falling.Pcm.Span));
        Assert.Empty(recogniser.Find(Speech.Pcm.Span));
        Assert.Empty(recogniser.Find(new short[80_000]));
        Assert.Empty(recogniser.Find([]));
    }

    [Fact]
    public void Several_prompts_in_one_call_are_all_found()
    {
        short[] sound = [.. Falling.Pcm.Span, .. new short[5000], .. Rising.Pcm.Span];
        Assert.Equal(["rising", "falling"], new PromptRecogniser([Rising, Speech, Falling]).Find(sound));
    }

    [Fact]
    public void The_beginning_alone_does_not_count_as_heard()
    {
        Assert.Empty(new PromptRecogniser([Rising]).Find(Rising.Pcm.Span[..1500]));
    }

    [Fact]
    public void A_prompt_that_shares_words_with_another_is_not_taken_for_it()
    {
        PreparedPrompt confirmation = PreparedPrompt.FromPcm("confirmation", [.. Chirp(500, 1000), .. Loud(Chirp(300, 900)), .. Chirp(1000, 400)]);
        short[] closing = [.. Chirp(400, 700), .. Chirp(950, 600), .. Loud(Chirp(300, 900)), .. Chirp(500, 350)];
        Assert.Empty(new PromptRecogniser([confirmation]).Find(closing));
        Assert.Equal(["confirmation"], new PromptRecogniser([confirmation]).Find([.. closing, .. confirmation.Pcm.Span]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void What_is_said_to_an_answering_machine_is_no_confirmation(string language)
    {
        var catalogue = PromptCatalogue.Load(AlertCalls.FindPrompts());
        PreparedPrompt[] confirmations = [.. PromptNames.All.Where(IsConfirmation).Select(name => catalogue.Get(language, name))];
        var recogniser = new PromptRecogniser(confirmations);
        string[] others = [.. PromptNames.All.Where(name => !IsConfirmation(name) && recogniser.Find(catalogue.Get(language, name).Pcm.Span).Count > 0)];
        Assert.Equal([], others);
        Assert.All(confirmations, prompt => Assert.Contains(prompt.Name, recogniser.Find(prompt.Pcm.Span)));

        static bool IsConfirmation(string name) => name.StartsWith("acknowledged-", StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_whose_sound_was_delayed_in_the_middle_is_found()
    {
        short[] whole = Speech.Pcm.ToArray();
        int cut = whole.Length / 2;
        Assert.Equal([Speech.Name], new PromptRecogniser([Speech]).Find([.. whole[..cut], .. new short[320], .. whole[cut..]]));
    }

    private static short[] Loud(short[] sound) => [.. sound.Select(sample => (short)(sample * 2))];

    private static short[] Chirp(double from, double to)
    {
        var samples = new short[12_000];
        double phase = 0;
        for (int index = 0; index < samples.Length; index++)
        {
            phase += 2 * Math.PI * (from + ((to - from) * index / samples.Length)) / 8000;
            samples[index] = (short)(8000 * Math.Sin(phase));
        }

        return samples;
    }
}
