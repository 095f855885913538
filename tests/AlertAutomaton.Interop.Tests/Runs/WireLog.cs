using AlertAutomaton.Smpp.Tracing;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>The PDUs of a test, a line each.</summary>
internal sealed class WireLog : ISmppTrace
{
    private readonly Gathering<(SmppTraceDirection Direction, string Line)> _lines;

    public WireLog()
    {
        _lines = new Gathering<(SmppTraceDirection Direction, string Line)>(() => Text);
    }

    public string Text => string.Join('\n', _lines.All.Select(line => $"{line.Direction} {line.Line}"));

    public void Write(SmppTraceDirection direction, string session, string line) => _lines.Add((direction, line));

    /// <summary>Waits for PDUs of a kind.</summary>
    public Task WaitAsync(int count, SmppTraceDirection direction, string command) =>
        _lines.WaitAsync(count, line => line.Direction == direction && line.Line.StartsWith(command + " ", StringComparison.Ordinal));
}
