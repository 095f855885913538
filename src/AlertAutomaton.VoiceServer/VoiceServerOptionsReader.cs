namespace AlertAutomaton.VoiceServer;

/// <summary>Checks the options at start; every problem at once.</summary>
public static class VoiceServerOptionsReader
{
    /// <summary>What is wrong.</summary>
    /// <param name="options">The options.</param>
    /// <param name="languages">The languages of the prompt catalogue.</param>
    /// <returns>One line each; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(VoiceServerOptions options, IReadOnlyList<string> languages)
    {
        var problems = new List<string>();
        foreach (var twice in options.Lines.GroupBy(line => line.Number).Where(group => group.Count() > 1))
        {
            problems.Add($"Lines: the number {twice.Key} is there twice.");
        }

        foreach (VoiceLine line in options.Lines.Where(line => line.Number.IsEmpty || !languages.Contains(line.Language, StringComparer.Ordinal)))
        {
            problems.Add($"Lines: {line.Number} needs a number in E.164 and a language of the prompts ({string.Join(", ", languages)}), not '{line.Language}'.");
        }

        Within("MostCallers", options.MostCallers, 1, 1000);
        Within("PlacesForOperators", options.PlacesForOperators, 0, options.MostCallers - 1);
        Within("Repeats", options.Repeats, 0, 5);
        Within("MostStrayKeys", options.MostStrayKeys, 1, 20);
        Within("ApprovalRounds", options.ApprovalRounds, 1, 10);
        Within("KeyWait in s", options.KeyWait.TotalSeconds, 2, 30);
        Within("DigitWait in s", options.DigitWait.TotalSeconds, 2, 30);
        Within("CancelTime in s", options.CancelTime.TotalSeconds, 5, 60);
        Within("LongestRecording in s", options.LongestRecording.TotalSeconds, 10, 600);
        Within("OperatorRingTime in s", options.OperatorRingTime.TotalSeconds, 10, 60);
        return problems;

        void Within(string name, double value, double least, double most)
        {
            if (value < least || value > most)
            {
                problems.Add($"{name}: {value} is not within {least} to {most}.");
            }
        }
    }
}
