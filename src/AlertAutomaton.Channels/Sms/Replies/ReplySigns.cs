namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>What was found in a text; several at once contradict each other.</summary>
[Flags]
internal enum ReplySigns : byte
{
    None = 0,
    Yes = 1,
    No = 2,
    Help = 4,
    One = 8,
    Two = 16,
}
