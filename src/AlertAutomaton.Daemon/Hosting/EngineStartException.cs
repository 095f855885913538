namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The engine cannot start here and now; the message tells the operator why and the mend.</summary>
internal sealed class EngineStartException : Exception
{
    public EngineStartException(string message)
        : base(message)
    {
    }

    public EngineStartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
