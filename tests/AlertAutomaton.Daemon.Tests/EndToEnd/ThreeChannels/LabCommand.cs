using System.Text.Json;
using AlertAutomaton.Daemon.CommandLine;

namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>The command <c>lab</c> in this process, as a user starts it: its networks are known by what it prints.</summary>
internal sealed class LabCommand : IAsyncDisposable
{
    private readonly Interrupts _interrupts = new(() => { });
    private readonly TellingWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly Task<int> _running;

    private LabCommand(string[] arguments) => _running = CommandLineRoot.RunAsync(["lab", "--json", .. arguments], new CommandSurroundings
    {
        Out = _out,
        Error = _error,
        In = TextReader.Null,
        IsTerminal = false,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        Time = TimeProvider.System,
        Interrupts = _interrupts,
    });

    /// <summary>What it printed once everything listened.</summary>
    public JsonElement Printed { get; private set; }

    public string Trunk => Printed.GetProperty("trunk").GetString()!;

    public int SmscPort => PortOf(Printed.GetProperty("smsc").GetProperty("address"));

    public int SmtpPort => PortOf(Printed.GetProperty("smtp"));

    public static async Task<LabCommand> StartAsync(TimeSpan patience, params string[] arguments)
    {
        var lab = new LabCommand(arguments);
        var first = await Task.WhenAny(lab._out.Said, lab._running).WaitAsync(patience, TimeProvider.System);
        Assert.True(first == lab._out.Said, lab._error.ToString());
        using var document = JsonDocument.Parse(await lab._out.Said);
        lab.Printed = document.RootElement.Clone();
        return lab;
    }

    public async ValueTask DisposeAsync()
    {
        _interrupts.Signal();
        await _running;
        _interrupts.Dispose();
        await _out.DisposeAsync();
        await _error.DisposeAsync();
    }

    private static int PortOf(JsonElement address) => System.Net.IPEndPoint.Parse(address.GetString()!).Port;

    /// <summary>Tells the first thing that is written as a whole.</summary>
    private sealed class TellingWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Said => _said.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _said.TrySetResult(value ?? "");
        }
    }
}
