namespace AlertAutomaton.Smpp.Tracing;

/// <summary>Takes the wire trace. Called on the path of every PDU, by several threads: it must be quick and must not throw.</summary>
public interface ISmppTrace
{
    /// <summary>One PDU, already without password, text and full numbers.</summary>
    /// <param name="direction">Which way it went.</param>
    /// <param name="session">The gateway's name and the bind.</param>
    /// <param name="line">What it was.</param>
    void Write(SmppTraceDirection direction, string session, string line);
}
