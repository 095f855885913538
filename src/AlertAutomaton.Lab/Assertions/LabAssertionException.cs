namespace AlertAutomaton.Lab.Assertions;

/// <summary>A simulated phone did not see what the test expected.</summary>
public sealed class LabAssertionException : Exception
{
    /// <summary>Nothing is known.</summary>
    public LabAssertionException()
    {
    }

    /// <summary>Says what was expected and what was seen.</summary>
    public LabAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Says what was expected and what was seen, and what caused it.</summary>
    public LabAssertionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
