using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// Understands what residents answer to a text. Careful rather than clever: what says two things, asks something or tells a story is left to the
/// operator; a cry for help in words is heard whatever the alert is for. Pure.
/// </summary>
public static class ReplyInterpreter
{
    private const int LongestReply = 12;
    private const int MostStrangeWords = 2;

    /// <summary>Reads a text.</summary>
    /// <param name="text">As it came; of any length.</param>
    /// <param name="purpose">What the alert that it answers is for: <c>2</c> is help in danger and absent from a meeting.</param>
    /// <param name="language">The resident's language (BCP 47); French and English are understood besides.</param>
    public static ReplyMeaning Read(string text, AlertPurpose purpose, string language)
    {
        var tokens = ReplyTokens.Of(text);
        var words = tokens.Words;
        if (words.Count == 0)
        {
            return ReplyMeaning.NotUnderstood;
        }

        var joined = string.Join(' ', words);
        if (ReplyVocabulary.Machines.Any(machine => joined.Contains(machine, StringComparison.Ordinal)))
        {
            return ReplyMeaning.Automatic;
        }

        if (IsStop(words))
        {
            return ReplyMeaning.Stop;
        }

        return tokens.IsQuestion ? ReplyMeaning.NotUnderstood : Weigh(ReplySearch.In(words, purpose, language), purpose);
    }

    private static bool IsStop(IReadOnlyList<string> words) =>
        words.Count <= LongestReply
        && words.Any(ReplyVocabulary.Stop.Contains)
        && words.All(word => ReplyVocabulary.Stop.Contains(word) || ReplyVocabulary.StopFiller.Contains(word) || ReplyVocabulary.Filler.Contains(word) || IsShortCode(word));

    private static bool IsShortCode(string word) => word.Length is >= 4 and <= 6 && word.All(char.IsAsciiDigit);

    private static ReplyMeaning Weigh(ReplySearch found, AlertPurpose purpose)
    {
        if (found.WordCount > LongestReply && !found.FirstDecides)
        {
            return ReplyMeaning.NotUnderstood;
        }

        var signs = found.Signs;
        var says1 = (signs & (ReplySigns.One | ReplySigns.Yes)) != ReplySigns.None;
        var says2 = (signs & ReplySigns.Two) != ReplySigns.None;
        var saysNo = (signs & ReplySigns.No) != ReplySigns.None;
        if ((signs & ReplySigns.Help) != ReplySigns.None)
        {
            // "Non, j'ai besoin d'aide" is one answer, "2 aide" too.
            return says1 || (says2 && purpose == AlertPurpose.Convocation) ? ReplyMeaning.NotUnderstood : ReplyMeaning.NeedsHelp;
        }

        // A key says it all; words need to stand nearly alone.
        var isKey = (signs & (ReplySigns.One | ReplySigns.Two)) != ReplySigns.None;
        if ((says1 && (says2 || saysNo)) || (!isKey && !found.FirstDecides && (found.StrangeWords > MostStrangeWords || found.Asks)) || (!isKey && found.Doubts))
        {
            return ReplyMeaning.NotUnderstood;
        }

        return (says1, says2, saysNo, purpose) switch
        {
            (true, _, _, AlertPurpose.Convocation) => ReplyMeaning.Present,
            (true, _, _, _) => ReplyMeaning.Safe,
            (_, true, _, AlertPurpose.Convocation) or (_, _, true, AlertPurpose.Convocation) => ReplyMeaning.Absent,
            (_, true, false, AlertPurpose.Vital) => ReplyMeaning.NeedsHelp,
            _ => ReplyMeaning.NotUnderstood,
        };
    }
}
