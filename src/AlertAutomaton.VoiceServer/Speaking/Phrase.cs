using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.VoiceServer.Speaking;

/// <summary>What is said at one go: prompts of the catalogue and sounds of one's own, in order.</summary>
/// <param name="catalogue">The prompts. One that is missing is left out: the catalogue said so at the start.</param>
/// <param name="language">Two letters.</param>
internal sealed class Phrase(PromptCatalogue catalogue, string language)
{
    private readonly List<PreparedPrompt> _sounds = [];

    public IReadOnlyList<PreparedPrompt> Sounds => _sounds;

    public Phrase Say(params IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (catalogue.TryGet(language, name, out PreparedPrompt? prompt))
            {
                _sounds.Add(prompt!);
            }
        }

        return this;
    }

    public Phrase Play(PreparedPrompt? sound)
    {
        if (sound is not null)
        {
            _sounds.Add(sound);
        }

        return this;
    }

    public Phrase Number(int number) => Say(SpokenNumber.Pieces(number, language));

    public Phrase Digits(string digits) => Say(SpokenNumber.Digits(digits));

    public Phrase Count(int count, SpokenUnit unit) => Say(unit.Of(count, language));

    /// <summary>Says a count only where there is something to count.</summary>
    public Phrase CountAny(int count, SpokenUnit unit) => count > 0 ? Count(count, unit) : this;

    public Phrase Duration(TimeSpan duration) => Say(SpokenDuration.Names(duration, language));

    public Phrase Append(Phrase more)
    {
        _sounds.AddRange(more._sounds);
        return this;
    }
}
