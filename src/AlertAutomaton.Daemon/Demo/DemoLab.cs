using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>Everything outside the daemon that the demonstration needs, on loopback: the town's exchange, its SMSC, its mail server, and residents who follow links.</summary>
internal sealed class DemoLab : IAsyncDisposable
{
    private readonly WitnessLog _witness = WitnessLog.None();
    private readonly LinkFollower _follower = new();

    private DemoLab(LabTownOptions options, string directory, TimeProvider time, ILoggerFactory loggers)
    {
        Bounces = Directory.CreateDirectory(Path.Combine(directory, "returned-mails")).FullName;
        Town = new LabTown(options, time, loggers);
        Smsc = new LabSmsc(
            new LabSmscOptions { ReceiptDelay = TimeSpan.FromSeconds(1), ReplyDelay = TimeSpan.FromSeconds(3) }, time, loggers.CreateLogger<LabSmsc>());
        Mail = LabMailServer.Start(
            new LabMailServerOptions { BouncesTo = Bounces, Click = _follower.FollowAsync, ClickAfter = TimeSpan.FromSeconds(4) }, _witness, time, loggers.CreateLogger<LabMailServer>());
        LinkUrl = $"http://127.0.0.1:{FreePort()}";
    }

    /// <summary>The exchange with its phones.</summary>
    public LabTown Town { get; }

    /// <summary>The SMSC with its handsets.</summary>
    public LabSmsc Smsc { get; }

    /// <summary>The mail server with its mailboxes.</summary>
    public LabMailServer Mail { get; }

    /// <summary>Where it puts mails that it returns.</summary>
    public string Bounces { get; }

    /// <summary>Where the daemon may serve the pages of acknowledgement links.</summary>
    public string LinkUrl { get; }

    /// <param name="options">How phones behave.</param>
    /// <param name="directory">The demonstration's own directory.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DemoLab> StartAsync(LabTownOptions options, string directory, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var lab = new DemoLab(options, directory, time, loggers);
        try
        {
            lab.Smsc.Start();
            await lab.Town.StartAsync(cancel);
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await Smsc.DisposeAsync();
        await Town.DisposeAsync();
        _follower.Dispose();
        _witness.Dispose();
    }

    // The links stand in texts before their listener is there, so its port must be known beforehand.
    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
