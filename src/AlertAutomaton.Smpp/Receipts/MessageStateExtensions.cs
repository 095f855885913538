namespace AlertAutomaton.Smpp.Receipts;

/// <summary>What a state means.</summary>
public static class MessageStateExtensions
{
    /// <summary>Whether no other state follows.</summary>
    public static bool IsFinal(this MessageState state) => state is not (MessageState.Scheduled or MessageState.EnRoute or MessageState.Accepted);
}
