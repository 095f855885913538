using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Channels.Email.Bounces;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Lab.Tests.Mail;

public sealed class EmailOverLoopbackTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);
    private static readonly LabMailServerOptions WithLogin = new() { User = "mairie", Password = "le-secret" };

    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        await using var lab = new LoopbackMail();
        DeliveryOrder order = LoopbackMail.Order("resident@example.org");
        AttemptResult result = await lab.DeliverAsync(order);
        Assert.Equal((AttemptOutcome.Submitted, "250"), (result.Outcome, result.Detail));
        LabMail mail = await lab.Server.Mailbox("resident@example.org").ExpectMailAsync(Soon);
        Assert.Equal("alerte@mairie.example.org", mail.From);
        Assert.Equal("[EXERCICE] Crue de la rivière", mail.Header("Subject"));
        Assert.Equal("Mairie de Ville-sur-Été <alerte@mairie.example.org>", mail.Header("From")!.Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal($"<{order.Attempt}@mairie.example.org>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.NotNull(mail.Header("Date"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("\r\n.Montez à l'étage !\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("CECI EST UN EXERCICE.", System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        Assert.Equal(["https://alerte.example.org/a/s3cr3t?answer=safe", "https://alerte.example.org/a/s3cr3t?answer=help"], mail.Links.Select(link => link.AbsoluteUri));
        var entry = Assert.Single(lab.Witness.Entries);
        Assert.Equal(("mail", "r…@example.org", mail.Header("Message-ID")), (entry.What, entry.Callee, entry.CallId));
    }

    [Fact]
    public async Task Several_mails_go_over_one_connection()
    {
        await using var lab = new LoopbackMail();
        for (int mail = 1; mail <= 3; mail++)
        {
            await lab.DeliverAsync("resident@example.org");
            Assert.Equal(mail, (await lab.Server.Mailbox("resident@example.org").ExpectMailAsync(Soon)).NumberOnConnection);
        }

        Assert.Equal(1, lab.Server.ConnectionsSoFar);
    }

    [Theory]
    [InlineData("full@example.org", AttemptOutcome.Expired, "552 5.2.2")]
    [InlineData("unknown@example.org", AttemptOutcome.InvalidNumber, "550 5.1.1")]
    [InlineData("refuses@example.org", AttemptOutcome.Rejected, "554 5.7.1")]
    [InlineData("breaks@example.org", AttemptOutcome.Unknown, "no answer after the content")]
    public async Task A_mailbox_gets_the_outcome_that_it_deserves(string address, AttemptOutcome expected, string detail)
    {
        await using var lab = new LoopbackMail();
        AttemptResult result = await lab.DeliverAsync(address);
        Assert.Equal((expected, detail), (result.Outcome, result.Detail));
        Assert.Equal(AttemptOutcome.Submitted, (await lab.DeliverAsync("resident@example.org")).Outcome);
    }

    [Fact]
    public async Task A_relay_that_has_no_time_is_tried_again_and_takes_it()
    {
        await using var lab = new LoopbackMail();
        Assert.Equal(AttemptOutcome.Network, (await lab.DeliverAsync("busy@example.org")).Outcome);
        Assert.Equal(AttemptOutcome.Submitted, (await lab.DeliverAsync("busy@example.org")).Outcome);
        Assert.Empty(lab.Channel.TroubledRelays);
    }

    [Fact]
    public async Task A_login_over_a_checked_connection_is_accepted()
    {
        using var authority = new LabAuthority();
        await using var lab = new LoopbackMail(WithLogin with { Certificate = authority.Server }, Secure("le-secret"), authority.Policy);
        AttemptResult result = await lab.DeliverAsync("resident@example.org");
        Assert.Equal((AttemptOutcome.Submitted, "250"), (result.Outcome, result.Detail));
        LabMail mail = await lab.Server.Mailbox("resident@example.org").ExpectMailAsync(Soon);
        Assert.True(mail.Secure);
        Assert.Equal("mairie", mail.User);
        Assert.Equal(AttemptOutcome.InvalidNumber, (await lab.DeliverAsync("unknown@example.org")).Outcome);
        Assert.Equal(MailRelayAnswer.Ready, await MailRelayProbe.TryAsync(lab.Relay, authority.Policy, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var authority = new LabAuthority(trusted: false);
        await using var lab = new LoopbackMail(WithLogin with { Certificate = authority.Server }, Secure("le-secret"));
        AttemptResult result = await lab.DeliverAsync("resident@example.org");
        Assert.Equal((AttemptOutcome.Network, "no secure connection"), (result.Outcome, result.Detail));
        Assert.Empty(lab.Server.Mails);
        Assert.Equal(["mail"], lab.Channel.TroubledRelays);
        Assert.Equal(MailRelayAnswer.NotSecure, await MailRelayProbe.TryAsync(lab.Relay, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_goes_in_clear_where_tls_is_wanted()
    {
        await using var lab = new LoopbackMail(relay: Secure("le-secret"));
        AttemptResult result = await lab.DeliverAsync("resident@example.org");
        Assert.Equal((AttemptOutcome.Network, "no secure connection"), (result.Outcome, result.Detail));
        Assert.Empty(lab.Server.Mails);
        Assert.Equal(MailRelayAnswer.NotSecure, await MailRelayProbe.TryAsync(lab.Relay, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_password_is_the_relays_trouble_and_not_the_addresss()
    {
        await using var lab = new LoopbackMail(WithLogin, Login("another"));
        Assert.Equal(AttemptOutcome.Network, (await lab.DeliverAsync("resident@example.org")).Outcome);
        Assert.Equal(["mail"], lab.Channel.TroubledRelays);
        Assert.Equal(MailRelayAnswer.LoginRefused, await MailRelayProbe.TryAsync(lab.Relay, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_relay_that_refuses_strangers_as_if_they_were_unknown_strikes_no_address_off_for_a_wrong_password()
    {
        LabMailServerOptions server = WithLogin with { DomainsWithoutLogin = ["mairie.example.org"] };
        await using (var lab = new LoopbackMail(server, Login("another")))
        {
            AttemptResult result = await lab.DeliverAsync("resident@example.net");
            Assert.Equal((AttemptOutcome.Network, "550, the relay may not take our login"), (result.Outcome, result.Detail));
        }

        await using var right = new LoopbackMail(server, Login("le-secret"));
        Assert.Equal(AttemptOutcome.Submitted, (await right.DeliverAsync("resident@example.net")).Outcome);
        Assert.Equal(AttemptOutcome.InvalidNumber, (await right.DeliverAsync("unknown@example.net")).Outcome);
    }

    [Fact]
    public async Task Where_nobody_listens_is_the_networks_failure()
    {
        // Taken, so that nobody else gets it, but nobody listens.
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var gone = new LoopbackMail(relay: relay => relay with { Port = ((IPEndPoint)taken.LocalEndPoint!).Port });
        AttemptResult result = await gone.DeliverAsync("resident@example.org");
        Assert.Equal((AttemptOutcome.Network, "no connection"), (result.Outcome, result.Detail));
        Assert.Equal(MailRelayAnswer.Unreachable, await MailRelayProbe.TryAsync(gone.Relay, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_relay_that_never_answers_the_content_ends_as_unknown_when_the_time_is_over()
    {
        var clock = new ManualTimeProvider();
        await using var lab = new LoopbackMail(clientTime: clock);
        Task<AttemptResult> delivery = lab.DeliverAsync("hangs@example.org");
        await lab.Server.Mailbox("hangs@example.org").ExpectMailAsync(Soon);
        while (clock.ArmedTimers == 0)
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delivery.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        AttemptResult result = await delivery.WaitAsync(Soon, TimeProvider.System);
        Assert.Equal(AttemptOutcome.Unknown, result.Outcome);
        Assert.Single(result.References);
    }

    [Fact]
    public async Task A_mail_stopped_after_its_content_ends_as_the_relay_says()
    {
        await using var lab = new LoopbackMail(new LabMailServerOptions { SlowAnswer = TimeSpan.FromSeconds(0.5) });
        using var stop = new CancellationTokenSource();
        Task<AttemptResult> delivery = lab.DeliverAsync("slow@example.org", stop.Token);
        await lab.Server.Mailbox("slow@example.org").ExpectMailAsync(Soon);
        await stop.CancelAsync();
        AttemptResult result = await delivery.WaitAsync(Soon, TimeProvider.System);
        Assert.Equal((AttemptOutcome.Submitted, "250", 1), (result.Outcome, result.Detail, result.Units));
    }

    [Fact]
    public async Task A_mail_stopped_after_its_content_waits_five_seconds_for_the_relay_and_no_longer()
    {
        var clock = new ManualTimeProvider();
        await using var lab = new LoopbackMail(clientTime: clock);
        using var stop = new CancellationTokenSource();
        Task<AttemptResult> delivery = lab.DeliverAsync("hangs@example.org", stop.Token);
        await lab.Server.Mailbox("hangs@example.org").ExpectMailAsync(Soon);
        await stop.CancelAsync();
        while (!delivery.IsCompleted)
        {
            // Whichever timer is armed by now: the wait for the answer, then that for the connection's end.
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(AttemptOutcome.Unknown, (await delivery).Outcome);
        Assert.Equal(AttemptOutcome.NotSent, (await lab.DeliverAsync("resident@example.org", stop.Token)).Outcome);
    }

    [Fact]
    public async Task A_mail_stopped_before_its_content_was_not_sent()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        await using var lab = new LoopbackMail(relay: relay => relay with { Port = ((IPEndPoint)mute.LocalEndpoint).Port });
        using var stop = new CancellationTokenSource();
        Task<AttemptResult> delivery = lab.DeliverAsync("resident@example.org", stop.Token);
        using TcpClient caller = await mute.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.Equal((AttemptOutcome.NotSent, "stopped"), await delivery.WaitAsync(Soon, TimeProvider.System) is var ended ? (ended.Outcome, ended.Detail) : default);
    }

    [Theory]
    [InlineData(true, AttemptOutcome.Submitted)]
    [InlineData(false, AttemptOutcome.Rejected)]
    public async Task Letters_beyond_ascii_before_the_at_sign_need_a_relay_that_knows_them(bool offered, AttemptOutcome expected)
    {
        await using var lab = new LoopbackMail(new LabMailServerOptions { OffersUtf8 = offered });
        Assert.Equal(expected, (await lab.DeliverAsync("rené@exämple.org")).Outcome);
        Assert.Equal(offered ? 1 : 0, lab.Server.Mails.Count);
    }

    [Fact]
    public async Task What_comes_back_is_read_from_the_folder()
    {
        string folder = Directory.CreateTempSubdirectory("lab-bounces-").FullName;
        try
        {
            await using var lab = new LoopbackMail(new LabMailServerOptions { BouncesTo = folder });
            DeliveryOrder bounced = LoopbackMail.Order("bounces@example.org");
            DeliveryOrder delivered = LoopbackMail.Order("receipts@example.org");
            await lab.DeliverAsync(bounced);
            await lab.DeliverAsync(delivered);
            var told = new Dictionary<string, AttemptOutcome>(StringComparer.Ordinal);
            var reader = new BounceReader(
                lab.Options,
                (references, report, _) =>
                {
                    told.Add(Assert.Single(references), report.Outcome);
                    return Task.FromResult(ReportVerdict.Recorded);
                },
                NullLogger<BounceReader>.Instance);
            var watcher = new BounceDirectory(new BounceDirectoryOptions { Path = folder }, reader, TimeProvider.System, NullLogger<BounceDirectory>.Instance);
            Assert.Equal(2, await watcher.TurnAsync(TestContext.Current.CancellationToken));
            Assert.Equal(AttemptOutcome.InvalidNumber, told[AttemptReference.Mail(bounced.Attempt)]);
            Assert.Equal(AttemptOutcome.Delivered, told[AttemptReference.Mail(delivered.Attempt)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_resident_who_clicks_follows_the_first_answer_after_a_while()
    {
        var clock = new ManualTimeProvider();
        var clicked = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new LabMailServerOptions
        {
            Click = link =>
            {
                clicked.TrySetResult(link);
                return Task.CompletedTask;
            },
        };
        await using var lab = new LoopbackMail(options, serverTime: clock);
        await lab.DeliverAsync("clicks@example.org");
        Assert.False(clicked.Task.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("https://alerte.example.org/a/s3cr3t?answer=safe", (await clicked.Task.WaitAsync(Soon, TimeProvider.System)).AbsoluteUri);
    }

    private static Func<MailRelayOptions, MailRelayOptions> Login(string password) => relay => relay with { User = "mairie", Password = password };

    private static Func<MailRelayOptions, MailRelayOptions> Secure(string password) =>
        relay => relay with { User = "mairie", Password = password, Security = MailRelaySecurity.StartTls };
}
