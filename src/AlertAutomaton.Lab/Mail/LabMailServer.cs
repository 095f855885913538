using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using AlertAutomaton.Lab.Witness;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Lab.Mail;

/// <summary>
/// The town's mail server: real SMTP over TCP. Mails stay in memory and go to the mailbox of a test that asked for it; what each
/// mailbox does is decided by its address (<see cref="MailRules"/>).
/// </summary>
public sealed class LabMailServer : IAsyncDisposable
{
    private readonly LabMailServerOptions _options;
    private readonly WitnessLog _witness;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, LabMailbox> _mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _tried = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<LabMail> _mails = new();
    private readonly ConcurrentDictionary<Task, byte> _work = new();
    private readonly Task _accepting;
    private int _connections;
    private int _files;

    private LabMailServer(LabMailServerOptions options, WitnessLog witness, TimeProvider time, ILogger log)
    {
        _options = options;
        _witness = witness;
        _time = time;
        _log = log;
        _listener = new TcpListener(options.Address, options.Port);
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The port it listens on.</summary>
    public int Port => EndPoint.Port;

    /// <summary>How many connections were opened so far.</summary>
    public int ConnectionsSoFar => Volatile.Read(ref _connections);

    /// <summary>Every mail that was taken, in order.</summary>
    public IReadOnlyList<LabMail> Mails => [.. _mails];

    /// <summary>Starts the server.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="witness">Where every mail is noted.</param>
    /// <param name="time">The clock of clicks and time-outs.</param>
    /// <param name="log">Where trouble goes.</param>
    /// <returns>The server; it answers at once.</returns>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LabMailServer Start(LabMailServerOptions options, WitnessLog witness, TimeProvider time, ILogger log) => new(options, witness, time, log);

    /// <summary>The mailbox of an address. Mails that came before are in it too.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Always the same mailbox for one address.</returns>
    public LabMailbox Mailbox(string address) => _mailboxes.GetOrAdd(address, name => new LabMailbox(name, _time));

    /// <summary>Closes all connections and waits until nothing runs any more.</summary>
    /// <returns>Completes when the server is gone.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_work.Keys);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                Keep(ServeAsync(socket));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (!_stop.IsCancellationRequested)
                {
                    LabLog.MailConnectionFailed(_log, ended.Message);
                }
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            try
            {
                if (_work.Count > _options.MostConnections)
                {
                    await stream.WriteAsync("421 4.3.2 too many connections\r\n"u8.ToArray(), _stop.Token);
                    return;
                }

                var machine = new SmtpServerMachine(_options, to => _tried.TryAdd(to, true));
                await new SmtpServerSession(machine, _options, _time, DeliverAsync).RunAsync(stream, _stop.Token);
            }
            catch (Exception ended) when (ended is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                if (!_stop.IsCancellationRequested)
                {
                    LabLog.MailConnectionFailed(_log, ended.Message);
                }
            }
        }
    }

    private async Task DeliverAsync(LabMail mail, MailRule rule)
    {
        _mails.Enqueue(mail);
        _witness.Write(new WitnessEntry { Time = _time.GetUtcNow(), What = "mail", Callee = Masked(mail.To), CallId = mail.Header("Message-ID") ?? "", Caller = Masked(mail.From) });
        if (_options.SaveTo is { } folder)
        {
            await SaveAsync(folder, mail.Raw);
        }

        Mailbox(mail.To).Take(mail);
        if (_options.BouncesTo is { } bounces && rule is MailRule.Bounces or MailRule.Receipts)
        {
            DateTimeOffset now = _time.GetUtcNow();
            await SaveAsync(bounces, rule == MailRule.Bounces ? LabBounce.Failed(mail, now) : LabBounce.Delivered(mail, now));
        }

        if (rule == MailRule.Clicks && _options.Click is { } click && mail.Links.Count > 0)
        {
            Keep(ClickAsync(click, mail.Links[0]));
        }
    }

    private async Task ClickAsync(Func<Uri, Task> click, Uri link)
    {
        try
        {
            await Task.Delay(_options.ClickAfter, _time, _stop.Token);
            await click(link);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failed)
        {
            LabLog.ClickFailed(_log, failed);
        }
    }

    /// <summary>Writes under a hidden name first, so that nobody reads half a mail.</summary>
    private async Task SaveAsync(string folder, byte[] mail)
    {
        string target = Directory.Exists(Path.Combine(folder, "new")) ? Path.Combine(folder, "new") : folder;
        Directory.CreateDirectory(target);
        string name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_time.GetUtcNow().ToUnixTimeMilliseconds()}.{Port}-{Interlocked.Increment(ref _files)}.lab.eml");
        await File.WriteAllBytesAsync(Path.Combine(target, "." + name), mail, _stop.Token);
        File.Move(Path.Combine(target, "." + name), Path.Combine(target, name));
    }

    /// <summary>An address as the witness keeps it: whoever compares goes by the Message-ID.</summary>
    private static string Masked(string address) => address.LastIndexOf('@') is var at and > 0 ? $"{address[0]}…{address[at..]}" : "";

    private void Keep(Task work)
    {
        _work.TryAdd(work, 0);
        _ = work.ContinueWith(static (done, kept) => ((ConcurrentDictionary<Task, byte>)kept!).TryRemove(done, out _), _work, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
