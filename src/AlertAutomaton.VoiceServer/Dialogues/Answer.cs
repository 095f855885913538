namespace AlertAutomaton.VoiceServer.Dialogues;

/// <summary>The answer to a question. Prints no keys: they may be a PIN.</summary>
internal readonly struct Answer
{
    private Answer(AnswerEnd end, string keys)
    {
        End = end;
        Keys = keys;
    }

    public AnswerEnd End { get; }

    /// <summary>What was typed, without the hash; empty unless entered.</summary>
    public string Keys { get; }

    public bool IsEntered => End == AnswerEnd.Entered;

    /// <summary>The one key of a menu.</summary>
    public char Key => Keys.Length == 1 ? Keys[0] : default;

    /// <summary>Where the call goes on when nothing was entered.</summary>
    public MenuEnd MenuEnd => End switch
    {
        AnswerEnd.Over => MenuEnd.Over,
        AnswerEnd.Silent => MenuEnd.Leave,
        _ => MenuEnd.Back,
    };

    public static Answer Of(string keys) => new(AnswerEnd.Entered, keys);

    public static Answer Not(AnswerEnd end) => new(end, string.Empty);

    public override string ToString() => End.ToString();
}
