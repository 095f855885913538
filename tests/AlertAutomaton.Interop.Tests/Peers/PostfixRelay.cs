using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>
/// Postfix as the mail relay: STARTTLS with a certificate of an authority that this process trusts, a login (Cyrus SASL), mailboxes that are
/// Maildirs, and <c>example.net</c> relayed to a next hop. Everything stands in a folder of its own.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PostfixRelay : IAsyncDisposable
{
    public const string User = "mairie";
    public const string Password = "le-secret";
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(120);
    private readonly string _folder;
    private readonly X509Certificate2 _authority;
    private readonly TrustedAuthority _trust;
    private PeerProcess? _process;

    private PostfixRelay(string folder)
    {
        _folder = folder;
        _authority = LabMailCertificate.Authority(TimeProvider.System);
        _trust = new TrustedAuthority(_authority);
    }

    public int Port { get; } = FreePorts.Next();

    public X509ChainPolicy Trust => _trust.Policy;

    /// <summary>The certificate of its authority, for programs of their own.</summary>
    public string AuthorityFile => In("authority.pem");

    /// <summary>What it said: its mail log.</summary>
    public string Output => _process?.Output ?? "";

    public static async Task<PostfixRelay> StartAsync(int nextPort)
    {
        string postfix = PeerProgram.Require("postfix");
        string saslpasswd = PeerProgram.Require("saslpasswd2");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Postfix only starts as root");
        var relay = new PostfixRelay(Directory.CreateTempSubdirectory("alertautomaton-postfix-").FullName);
        try
        {
            await relay.PrepareAsync(postfix, saslpasswd, nextPort);
            relay._process = PeerProcess.Start("/usr/lib/postfix/sbin/master", ["-c", relay.In("conf"), "-s"], relay._folder);
            await LoopbackPorts.WaitForAsync(relay.Port, relay._process, AtMost);
            return relay;
        }
        catch
        {
            await relay.DisposeAsync();
            throw;
        }
    }

    /// <summary>The Maildir of a mailbox.</summary>
    public string Maildir(string name) => In(Path.Combine("mail", name));

    /// <summary>Waits for the mails that a mailbox holds.</summary>
    public async Task<string[]> ExpectMailsAsync(string name, int count)
    {
        string folder = Path.Combine(Maildir(name), "new");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        long start = TimeProvider.System.GetTimestamp();
        while (!Directory.Exists(folder) || Directory.GetFiles(folder).Length < count)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < AtMost, $"'{name}' did not get {count} mails:\n{Output}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return [.. Directory.GetFiles(folder).Select(File.ReadAllText)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _trust.Dispose();
        _authority.Dispose();

        // The servers that Postfix started need a moment to end; what they still write then goes with the machine's temporary files.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        for (int round = 0; round < 50 && Directory.Exists(_folder); round++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        await using PeerProcess process = PeerProcess.Start(program, arguments, folder);
        int exit = await process.WaitAsync(AtMost);
        Assert.True(exit == 0, $"{program} ended with {exit}:\n{process.Output}");
    }

    private string In(string name) => Path.Combine(_folder, name);

    private async Task PrepareAsync(string postfix, string saslpasswd, int nextPort)
    {
        // Its servers run under an account of their own and must reach their files.
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (string name in new[] { "conf", "conf/sasl", "queue", "data", "mail", "mail/alerte/new", "mail/alerte/cur", "mail/alerte/tmp" })
        {
            Directory.CreateDirectory(In(name));
        }

        string[] owner = File.ReadLines("/etc/passwd").First(line => line.StartsWith("postfix:", StringComparison.Ordinal)).Split(':');
        foreach ((string from, string to) in new[] { ("main.cf", "conf/main.cf"), ("master.cf", "conf/master.cf"), ("smtpd.conf", "conf/sasl/smtpd.conf") })
        {
            string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Postfix", from))
                .Replace("FOLDER", _folder, StringComparison.Ordinal)
                .Replace("NEXT_PORT", nextPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("127.0.0.1:PORT", "127.0.0.1:" + Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("OWNER_UID", owner[2], StringComparison.Ordinal)
                .Replace("OWNER_GID", owner[3], StringComparison.Ordinal);
            await File.WriteAllTextAsync(In(to), text, TestContext.Current.CancellationToken);
        }

        using X509Certificate2 server = LabMailCertificate.ForLocalhost(_authority, TimeProvider.System);
        await File.WriteAllTextAsync(AuthorityFile, _authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("certificate.pem"), server.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("key.pem"), server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(In("key.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await RunAsync(_folder, "/bin/sh", "-c", $"echo '{Password}' | '{saslpasswd}' -p -c -f '{In("sasldb2")}' -u mx.example.org {User}");
        await RunAsync(_folder, "/bin/chown", "-R", "postfix", In("data"), In("mail"), In("sasldb2"));
        await RunAsync(_folder, postfix, "-c", In("conf"), "check");
    }
}
