using System.Runtime.Versioning;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Channels.Email.Bounces;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Interop.Tests;

/// <summary>Postfix takes the mails, as a commune's relay does, and returns what it cannot deliver.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PostfixRelayTests(SharedPostfix shared) : IClassFixture<SharedPostfix>
{
    [Fact]
    public async Task A_mail_goes_through_starttls_and_a_login_into_a_mailbox()
    {
        PostfixRelay postfix = await shared.StartedAsync();
        DeliveryOrder order = Order("resident@example.org");
        AttemptResult result = await DeliverAsync(postfix, order);
        Assert.True(result.Outcome == AttemptOutcome.Submitted, result.Detail + "\n" + postfix.Output);
        string mail = Assert.Single(await postfix.ExpectMailsAsync("resident", 1)).ReplaceLineEndings("\n");

        // ESMTPSA: received over TLS from somebody who had logged in (RFC 3848).
        Assert.Contains("with ESMTPSA", mail, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{order.Attempt}@mairie.example.org>\n", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nContent-Type: multipart/alternative;", mail, StringComparison.Ordinal);
        Assert.Contains("href=\"https://alerte.example.org/a/s3cr3t?answer=safe\"", mail, StringComparison.Ordinal);
        Assert.Contains("Montez =C3=A0 l'=C3=A9tage", mail, StringComparison.Ordinal);
        Assert.Equal(MailRelayAnswer.Ready, await MailRelayProbe.TryAsync(Relay(postfix, PostfixRelay.Password), postfix.Trust, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_address_is_refused_and_struck_off()
    {
        PostfixRelay postfix = await shared.StartedAsync();
        AttemptResult result = await DeliverAsync(postfix, Order("nobody@example.org"));
        Assert.True(result is { Outcome: AttemptOutcome.InvalidNumber, Detail: "550 5.1.1" }, $"{result.Outcome} {result.Detail}\n{postfix.Output}");
    }

    [Theory]
    [InlineData("resident@example.net")]
    [InlineData("nobody@example.org")]
    public async Task A_wrong_password_strikes_no_address_off(string address)
    {
        PostfixRelay postfix = await shared.StartedAsync();
        AttemptResult result = await DeliverAsync(postfix, Order(address), "another");
        Assert.True(result.Outcome == AttemptOutcome.Network, $"{result.Outcome} {result.Detail}\n{postfix.Output}");
        Assert.Equal(MailRelayAnswer.LoginRefused, await MailRelayProbe.TryAsync(Relay(postfix, "another"), postfix.Trust, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_next_hop_refuses_comes_back_and_is_read_from_the_mailbox()
    {
        PostfixRelay postfix = await shared.StartedAsync();
        DeliveryOrder unknown = Order("unknown@example.net");
        DeliveryOrder full = Order("full@example.net");
        DeliveryOrder refused = Order("refuses@example.net");
        foreach (DeliveryOrder order in new[] { unknown, full, refused })
        {
            Assert.Equal(AttemptOutcome.Submitted, (await DeliverAsync(postfix, order)).Outcome);
        }

        await postfix.ExpectMailsAsync("alerte", 3);
        var told = new Dictionary<string, AttemptOutcome>(StringComparer.Ordinal);
        var reader = new BounceReader(
            Options(postfix, PostfixRelay.Password),
            (references, report, _) =>
            {
                told[Assert.Single(references)] = report.Outcome;
                return Task.FromResult(ReportVerdict.Recorded);
            },
            NullLogger<BounceReader>.Instance);
        var folder = new BounceDirectory(
            new BounceDirectoryOptions { Path = postfix.Maildir("alerte") }, reader, TimeProvider.System, NullLogger<BounceDirectory>.Instance);
        Assert.Equal(3, await folder.TurnAsync(TestContext.Current.CancellationToken));
        Assert.Equal(AttemptOutcome.InvalidNumber, told[AttemptReference.Mail(unknown.Attempt)]);
        Assert.Equal(AttemptOutcome.Expired, told[AttemptReference.Mail(full.Attempt)]);
        Assert.Equal(AttemptOutcome.Rejected, told[AttemptReference.Mail(refused.Attempt)]);
        Assert.Empty(Directory.GetFiles(Path.Combine(postfix.Maildir("alerte"), "new")));
    }

    private static MailRelayOptions Relay(PostfixRelay postfix, string password) =>
        new() { Host = "localhost", Port = postfix.Port, User = PostfixRelay.User, Password = password, TimeOut = TimeSpan.FromMinutes(1) };

    private static EmailChannelOptions Options(PostfixRelay postfix, string password) => new()
    {
        Relays = [Relay(postfix, password)], From = "alerte@mairie.example.org", FromName = "Mairie de Ville-sur-Été", LinkBase = new Uri("https://alerte.example.org"),
    };

    private static DeliveryOrder Order(string address) => new()
    {
        Alert = new Alert
        {
            Id = AlertId.New(TimeProvider.System), Organisation = OrganisationId.New(TimeProvider.System), Kind = AlertKind.Real, Title = "Crue de la rivière",
            Message = new AlertMessage { Id = MessageId.New(TimeProvider.System), Texts = [new MessageText { Language = "fr", Text = "L'eau monte.\n\nMontez à l'étage." }] },
            Policy = BuiltInPolicies.Alert, LaunchedAt = TimeProvider.System.GetUtcNow(), Lifetime = TimeSpan.FromHours(1), LaunchedBy = "test",
        },
        Recipient = default,
        Attempt = AttemptId.New(TimeProvider.System),
        Number = 1,
        Point = ContactPoint.Email(ContactPointId.New(TimeProvider.System), address),
        Language = "fr",
        LinkToken = "s3cr3t",
        LeaveVoicemail = false,
    };

    private static async Task<AttemptResult> DeliverAsync(PostfixRelay postfix, DeliveryOrder order, string password = PostfixRelay.Password)
    {
        using var channel = new EmailChannel(
            Options(postfix, password), new FrameworkMailTransport(TimeProvider.System) { TrustPolicy = postfix.Trust }, TimeProvider.System, NullLogger<EmailChannel>.Instance);
        Assert.True(channel.TryReserve("mail", out ILineReservation? line));
        using (line)
        {
            return await channel.DeliverAsync(order, line, new SilentReporter(), TestContext.Current.CancellationToken);
        }
    }
}
