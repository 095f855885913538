using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Lab.Exchange;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Lab.Witness;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>The town for another process: its trunk and, where asked for, its SMSC and its mail server, with one witness for all three.</summary>
internal sealed class LabNetworks : IAsyncDisposable
{
    private readonly LinkFollower _follower = new();
    private readonly WitnessLog _noWitness = WitnessLog.None();

    private LabNetworks(LabTown town) => Town = town;

    /// <summary>The exchange with its phones.</summary>
    public LabTown Town { get; }

    /// <summary>The SMSC with its handsets; null where none was asked for.</summary>
    public LabSmsc? Smsc { get; private set; }

    /// <summary>The mail server with its mailboxes; null where none was asked for.</summary>
    public LabMailServer? Mail { get; private set; }

    /// <summary>Opens all of them.</summary>
    /// <param name="town">How the trunk is reached and phones behave; its witness is told of texts and mails too.</param>
    /// <param name="smsc">How the SMSC is reached and handsets behave; null: no SMSC.</param>
    /// <param name="mail">How the mail server is reached; null: no mail server.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The logs.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">An address cannot be bound; the message names it.</exception>
    public static async Task<LabNetworks> StartAsync(
        LabTownOptions town, LabSmscOptions? smsc, LabMailServerOptions? mail, TimeProvider time, ILoggerFactory loggers, CancellationToken cancel)
    {
        var lab = new LabNetworks(new LabTown(town, time, loggers));
        try
        {
            if (smsc is not null)
            {
                lab.Smsc = new LabSmsc(smsc with { Witness = town.Witness }, time, loggers.CreateLogger<LabSmsc>());
                Listening(smsc.Listen, lab.Smsc.Start);
            }

            if (mail is not null)
            {
                Listening(
                    new IPEndPoint(mail.Address, mail.Port),
                    () => lab.Mail = LabMailServer.Start(
                        mail with { Click = lab._follower.FollowAsync }, town.Witness ?? lab._noWitness, time, loggers.CreateLogger<LabMailServer>()));
            }

            await lab.Town.StartAsync(cancel);
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads an address with its port, as options give it: <c>127.0.0.1:2775</c>, <c>[::1]:2775</c>; port 0 takes a free one.</summary>
    public static bool TryReadAddress(string text, out IPEndPoint? address) =>
        IPEndPoint.TryParse(text, out address) && text.EndsWith($":{address.Port}", StringComparison.Ordinal) && (text[0] == '[' || text.Count(':') == 1);

    public async ValueTask DisposeAsync()
    {
        if (Mail is not null)
        {
            await Mail.DisposeAsync();
        }

        if (Smsc is not null)
        {
            await Smsc.DisposeAsync();
        }

        await Town.DisposeAsync();
        _follower.Dispose();
        _noWitness.Dispose();
    }

    private static void Listening(IPEndPoint address, Action start)
    {
        try
        {
            start();
        }
        catch (SocketException refused)
        {
            throw new IOException($"Cannot listen on {address}: {refused.Message}.", refused);
        }
    }
}
