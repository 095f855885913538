using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertAutomaton.Lab.Assertions;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.Lab.Witness;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Mail;

public sealed class LabMailServerTests
{
    [Fact]
    public async Task Commands_sent_ahead_are_answered_in_order()
    {
        await using LabMailServer server = Start(new LabMailServerOptions());
        string answers = await TalkAsync(
            server, "EHLO test\r\nMAIL FROM:<a@example.org> SIZE=100\r\nRCPT TO:<b@example.org>\r\nRCPT TO:<unknown@example.org>\r\nDATA\r\nSubject: x\r\n\r\n..one\r\n.\r\nQUIT\r\n");
        Assert.Equal(["220", "250", "250", "250", "550", "354", "250", "221"], Codes(answers));
        LabMail mail = Assert.Single(server.Mails);
        Assert.Equal(".one\r\n", mail.Text);
        Assert.Equal("b@example.org", mail.To);
    }

    [Fact]
    public async Task What_is_out_of_order_or_unknown_is_refused()
    {
        await using LabMailServer server = Start(new LabMailServerOptions());
        string answers = await TalkAsync(
            server,
            "MAIL FROM:<a@b.c>\r\nHELO x\r\nRCPT TO:<a@b.c>\r\nDATA\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\nRCPT TO:<nobody>\r\nRSET\r\nNOOP\r\nVRFY x\r\nEXPN x\r\nSTARTTLS\r\nAUTH PLAIN x\r\nQUIT\r\n");
        Assert.Equal(["220", "503", "250", "503", "503", "250", "503", "501", "250", "250", "252", "500", "500", "502", "221"], Codes(answers));
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_refused_and_the_next_one_taken()
    {
        await using LabMailServer server = Start(new LabMailServerOptions { LargestMail = 1000 });
        string large = string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 100));
        string mail = "MAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\n";
        Assert.Equal(["220", "250", "250", "250", "354", "552", "250", "250", "354", "250", "221"], Codes(await TalkAsync(server, $"EHLO x\r\n{mail}{large}.\r\n{mail}ok\r\n.\r\nQUIT\r\n")));
    }

    [Fact]
    public async Task Commands_smuggled_in_ahead_of_tls_end_the_connection()
    {
        using var authority = new LabAuthority(trusted: false);
        await using LabMailServer server = Start(new LabMailServerOptions { Certificate = authority.Server });
        string answers = await TalkAsync(server, "EHLO x\r\nSTARTTLS\r\nMAIL FROM:<a@b.c>\r\n");
        Assert.DoesNotContain("go ahead", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("2.1.0", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_ends_the_connection()
    {
        await using LabMailServer server = Start(new LabMailServerOptions());
        await TalkAsync(server, new string('x', 100_000));
        Assert.Equal(["220", "250", "221"], Codes(await TalkAsync(server, "EHLO x\r\nQUIT\r\n")));
    }

    [Theory]
    [InlineData("PLAIN", "AG1haXJpZQBsZS1zZWNyZXQ=", "235")]
    [InlineData("PLAIN", "AG1haXJpZQBvdGhlcg==", "535")]
    [InlineData("PLAIN", "!", "501")]
    [InlineData("CRAM-MD5", "", "504")]
    public void A_login_is_judged(string mechanism, string response, string expected)
    {
        var machine = new SmtpServerMachine(new LabMailServerOptions { User = "mairie", Password = "le-secret" }, _ => true);
        SmtpServerStep step = machine.Take(new SmtpServerState { Greeted = true }, $"AUTH {mechanism} {response}".TrimEnd());
        Assert.Equal(expected, step.Reply[..3]);
        Assert.Equal(expected == "235" ? "mairie" : null, step.State.User);
    }

    [Fact]
    public void No_command_and_no_mail_makes_the_server_throw()
    {
        var machine = new SmtpServerMachine(new LabMailServerOptions { User = "u", Password = "p", DomainsWithoutLogin = [] }, _ => true);
        string[] verbs = ["EHLO ", "MAIL FROM:<", "RCPT TO:<", "AUTH PLAIN ", "AUTH LOGIN ", "STARTTLS", "VRFY ", ""];
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Verb, string Tail)>(), line =>
        {
            SmtpServerStep step = machine.Take(new SmtpServerState { Greeted = true, From = "a@b.c" }, verbs[line.Verb % verbs.Length] + line.Tail);
            return step.Reply.Length > 3;
        }).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), raw => LabMailReader.Read(raw).Headers is not null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_mail_that_does_not_come_is_missed()
    {
        await using LabMailServer server = Start(new LabMailServerOptions());
        await Assert.ThrowsAsync<LabAssertionException>(() => server.Mailbox("a@example.org").ExpectMailAsync(TimeSpan.FromMilliseconds(50)));
        server.Mailbox("a@example.org").ExpectNothingMore();
    }

    [Fact]
    public async Task Every_mail_is_also_a_file_where_that_is_wanted()
    {
        string folder = Directory.CreateTempSubdirectory("lab-mails-").FullName;
        try
        {
            await using LabMailServer server = Start(new LabMailServerOptions { SaveTo = folder });
            await TalkAsync(server, "EHLO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\nSubject: y\r\n\r\nz\r\n.\r\nQUIT\r\n");
            Assert.Equal("Subject: y\r\n\r\nz\r\n", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder, "*.eml")), TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LabMailServer Start(LabMailServerOptions options) => LabMailServer.Start(options, WitnessLog.None(), TimeProvider.System, NullLogger.Instance);

    /// <summary>Sends everything and reads until the server closes; it may close before it has read all.</summary>
    private static async Task<string> TalkAsync(LabMailServer server, string lines)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
        var answers = new StringBuilder();
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(lines), TestContext.Current.CancellationToken);
            byte[] answer = new byte[4096];
            while (await socket.ReceiveAsync(answer, TestContext.Current.CancellationToken) is var length and > 0)
            {
                answers.Append(Encoding.UTF8.GetString(answer, 0, length));
            }
        }
        catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown)
        {
            // What was unread at the server's end turns its close into a reset; a reset may also drop answers that were not read.
            return answers.ToString();
        }

        return answers.ToString();
    }

    private static string[] Codes(string answers) =>
        [.. answers.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line[3] == ' ').Select(line => line[..3])];
}
