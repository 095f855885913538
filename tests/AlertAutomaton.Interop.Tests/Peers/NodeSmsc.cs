using System.Text.Json;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>node-smpp as the operator's SMSC: what it reads with its own decoder, and what it does when told.</summary>
internal sealed class NodeSmsc : IAsyncDisposable
{
    public const string SystemId = "mairie";
    public const string Password = "secret";
    private readonly PeerProcess _process;
    private readonly Gathering<SmscEvent> _events;

    private NodeSmsc(PeerProcess process, Gathering<SmscEvent> events, int port)
    {
        (_process, _events, Port) = (process, events, port);
    }

    public int Port { get; }

    public string Output => _process.Output;

    /// <summary>Starts it on a port of the system's choice.</summary>
    /// <param name="rules">The options of <c>smsc.js</c>.</param>
    public static async Task<NodeSmsc> StartAsync(params string[] rules)
    {
        string node = PeerProgram.Require("node");
        string folder = NodeFolder();
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "smpp")), "node-smpp is not installed");
        PeerProcess? process = null;
        var events = new Gathering<SmscEvent>(() => process?.Output ?? "");
        process = PeerProcess.Start(node, ["smsc.js", .. rules], folder, line => events.Add(SmscEvent.Parse(line)));
        int port = (await events.WaitAsync(1, told => told.Event == "listening"))[0].Port!.Value;
        return new NodeSmsc(process, events, port);
    }

    /// <summary>All events so far.</summary>
    public IReadOnlyList<SmscEvent> All => _events.All;

    /// <summary>Waits until as many events of a kind came; gives all of them.</summary>
    public Task<IReadOnlyList<SmscEvent>> WaitAsync(string kind, int count) => _events.WaitAsync(count, told => told.Event == kind);

    /// <summary>The events of a kind so far.</summary>
    public IReadOnlyList<SmscEvent> Seen(string kind) => [.. _events.All.Where(told => told.Event == kind)];

    /// <summary>Gives a command; returns when it is carried out.</summary>
    /// <param name="command">An object with the command's name as <c>do</c>.</param>
    public async Task TellAsync(object command)
    {
        int done = Seen("done").Count;
        await _process.WriteLineAsync(JsonSerializer.Serialize(command));
        await WaitAsync("done", done + 1);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // It runs where npm put its package, beside its source.
    private static string NodeFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AlertAutomaton.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? "", "tests", "AlertAutomaton.Interop.Tests", "NodeSmpp");
    }
}
