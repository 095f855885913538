using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>The signs that stand in a text, and what stands around them. Pure.</summary>
internal readonly record struct ReplySearch
{
    /// <summary>Everything that was found.</summary>
    public required ReplySigns Signs { get; init; }

    /// <summary>How many words there are.</summary>
    public required int WordCount { get; init; }

    /// <summary>Words that are part of no answer and no greeting.</summary>
    public required int StrangeWords { get; init; }

    /// <summary>Whether the first word, greetings left out, is an answer.</summary>
    public required bool FirstDecides { get; init; }

    /// <summary>Whether a word of doubt or negation is left that belongs to no phrase.</summary>
    public required bool Doubts { get; init; }

    /// <summary>Whether a word asks.</summary>
    public required bool Asks { get; init; }

    public static ReplySearch In(IReadOnlyList<string> words, AlertPurpose purpose, string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? language : language[..end];
        IEnumerable<(string[] Words, ReplySigns Sign)> phrases =
        [
            .. ReplyVocabulary.Phrases,
            .. purpose == AlertPurpose.Convocation ? ReplyVocabulary.MeetingPhrases : [],
            .. ReplyVocabulary.Others.GetValueOrDefault(primary, []),
        ];
        var used = new bool[words.Count];
        var signs = ReplySigns.None;
        var first = words.Count;
        foreach (var (phrase, sign) in phrases.OrderByDescending(one => one.Words.Length))
        {
            for (var at = 0; at + phrase.Length <= words.Count; at++)
            {
                if (Stands(phrase, words, used, at))
                {
                    Array.Fill(used, true, at, phrase.Length);
                    signs |= sign;
                    first = Math.Min(first, at);
                }
            }
        }

        signs |= Key(words, used, ref first);
        var rest = words.Where((_, at) => !used[at] && !ReplyVocabulary.Filler.Contains(words[at]) && !ReplyVocabulary.Lead.Contains(words[at])).ToList();
        if (signs == ReplySigns.None && rest.Count == 1 && ReplyVocabulary.AloneMeansYes.Contains(rest[0]))
        {
            return new ReplySearch { Signs = ReplySigns.Yes, WordCount = words.Count, StrangeWords = 0, FirstDecides = false, Doubts = false, Asks = false };
        }

        return new ReplySearch
        {
            Signs = signs,
            WordCount = words.Count,
            StrangeWords = rest.Count,
            FirstDecides = first < words.Count && words.Take(first).All(word => ReplyVocabulary.Lead.Contains(word) || ReplyVocabulary.Filler.Contains(word)),
            Doubts = rest.Any(ReplyVocabulary.Doubt.Contains),
            Asks = rest.Any(ReplyVocabulary.Question.Contains),
        };
    }

    private static bool Stands(string[] phrase, IReadOnlyList<string> words, bool[] used, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (used[at + i] || !string.Equals(phrase[i], words[at + i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key that was to be pressed: the first word after greetings, or another one right behind it that contradicts.</summary>
    private static ReplySigns Key(IReadOnlyList<string> words, bool[] used, ref int first)
    {
        var signs = ReplySigns.None;
        var leads = true;
        for (var at = 0; at < words.Count; at++)
        {
            var key = KeyOf(words[at]);
            if (key == ReplySigns.None)
            {
                leads &= used[at] || ReplyVocabulary.Lead.Contains(words[at]) || ReplyVocabulary.Filler.Contains(words[at]);
                continue;
            }

            // "1 ou 2" says both wherever it stands; "nous sommes 2" says nothing.
            if ((leads || signs != ReplySigns.None) && !(at + 1 < words.Count && ReplyVocabulary.Counted.Contains(words[at + 1])))
            {
                signs |= key;
                used[at] = true;
                first = Math.Min(first, at);
            }
        }

        return signs;
    }

    private static ReplySigns KeyOf(string word) => word switch
    {
        "un" or "one" or "une" => ReplySigns.One,
        "deux" or "two" => ReplySigns.Two,
        { Length: <= 4 } when word.All(digit => digit == '1') => ReplySigns.One,
        { Length: <= 4 } when word.All(digit => digit == '2') => ReplySigns.Two,
        _ => ReplySigns.None,
    };
}
