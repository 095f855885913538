namespace AlertAutomaton.Telephony.Calls;

/// <summary>An answered call with sound.</summary>
public sealed class Call
{
    internal Call()
    {
    }
}
