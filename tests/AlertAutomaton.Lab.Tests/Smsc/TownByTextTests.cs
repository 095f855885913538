using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Channels.Sms;
using AlertAutomaton.Channels.Sms.Gateways;
using AlertAutomaton.Channels.Sms.Receipts;
using AlertAutomaton.Channels.Sms.Replies;
using AlertAutomaton.Channels.Tests.Sms.Replies;
using AlertAutomaton.Lab.Smsc;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static AlertAutomaton.Channels.Tests.Sms.SmsFixtures;

namespace AlertAutomaton.Lab.Tests.Smsc;

/// <summary>A whole alert by text: the engine, a database on disk, a real connection, and handsets that answer.</summary>
public sealed class TownByTextTests : IDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly string _folder = Directory.CreateTempSubdirectory("alertautomaton-texts-").FullName;
    private readonly SmsMeters _meters = new();
    private readonly FakeInbox _inbox = new();

    [Fact]
    public async Task Every_household_ends_as_its_handset_did()
    {
        var policy = BuiltInPolicies.Alert with { Lanes = [BuiltInPolicies.Alert.Lanes[0]], AnswerWait = TimeSpan.FromHours(1) };
        var rows = await LaunchAsync(policy, "02", "10", "08", "20", "06", "16", "17");

        Assert.Equal(
            [
                ("02", AcknowledgementOption.Safe), ("06", AcknowledgementOption.None), ("08", AcknowledgementOption.Safe), ("10", AcknowledgementOption.NeedsHelp),
                ("16", AcknowledgementOption.None), ("17", AcknowledgementOption.None), ("20", AcknowledgementOption.NeedsHelp),
            ],
            rows.Select(row => (row.Suffix, row.Option)));
        Assert.Equal([("06", AttemptOutcome.InvalidNumber), ("16", AttemptOutcome.InvalidNumber), ("17", AttemptOutcome.Expired)], Outcomes(AcknowledgementOption.None));

        // An answer may close a household before its receipt is here.
        Assert.All(Outcomes(AcknowledgementOption.Safe), row => Assert.True(row.Outcome is AttemptOutcome.Submitted or AttemptOutcome.Delivered, $"{row}"));

        IEnumerable<(string Suffix, AttemptOutcome Outcome)> Outcomes(AcknowledgementOption option) =>
            rows.Where(row => row.Option == option).Select(row => (row.Suffix, row.Outcome));
    }

    [Fact]
    public async Task Information_ends_with_the_receipt()
    {
        var policy = BuiltInPolicies.Information with { Lanes = [BuiltInPolicies.Information.Lanes[0]], AnswerWait = TimeSpan.FromHours(1), QuietHours = null };
        var rows = await LaunchAsync(policy, "60", "61", "62");
        Assert.All(rows, row => Assert.Equal((AcknowledgementOption.None, AttemptOutcome.Delivered), (row.Option, row.Outcome)));
    }

    public void Dispose()
    {
        _meters.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<List<(string Suffix, AcknowledgementOption Option, AttemptOutcome Outcome)>> LaunchAsync(DeliveryPolicy policy, params string[] suffixes)
    {
        await using var smsc = new LabSmsc(
            new LabSmscOptions { ReceiptDelay = TimeSpan.Zero, ReplyDelay = TimeSpan.Zero, Receipts = ReceiptManners.HexThenDecimal }, Clock, NullLogger<LabSmsc>.Instance);
        smsc.Start();
        await using var gateway = new SmppGateway(
            SmscBench.Options,
            new SmppClientOptions { Host = "127.0.0.1", Port = smsc.EndPoint.Port, SystemId = "town", Password = "lab", ConnectTimeout = SmscBench.Patience },
            Clock, new Random(1), NullLogger<SmppGateway>.Instance);
        using var pool = new GatewayPool([gateway], new GatewaySwitchOptions(), Clock, NullLogger<GatewayPool>.Instance);
        using var receipts = new TextReceipts(pool, Clock, _meters, NullLogger<TextReceipts>.Instance);
        var channel = new SmsChannel(pool, receipts, new SmsChannelOptions { OrganisationName = _ => "Barran" }, Clock, _meters, NullLogger<SmsChannel>.Instance);
        await using var store = SqliteAlertStore.Open(
            new SqliteStoreOptions { DatabasePath = Path.Combine(_folder, "alerts.db"), BallastBytes = 0 }, Clock, NullLoggerFactory.Instance);
        await using var service = new AlertService(store, [channel], new DispatcherOptions(), Clock, NullLoggerFactory.Instance);
        receipts.ReportTo(new EngineDeliveryReports(service));
        using var replies = new ReplyRouter(
            _inbox, _inbox, new EngineReplies(service), pool, new ReplyOptions { OrganisationName = _ => "Barran", DefaultOrganisationName = "Barran" }, Clock, _meters, NullLogger<ReplyRouter>.Instance);
        gateway.Listen(new SmsInbox(receipts, replies));
        await service.StartAsync(CancellationToken.None);
        await replies.StartAsync();
        gateway.Start();

        var launched = await service.LaunchAsync(
            new LaunchRequest
            {
                Organisation = new OrganisationId(new Guid(1, 2, 0, new byte[8])), Kind = AlertKind.Real, Title = "crue", Message = Message(French("Crue.")), Policy = policy,
                Lifetime = TimeSpan.FromHours(6), LaunchedBy = "test", Audience = [.. suffixes.Select(Household)],
            },
            "once", CancellationToken.None);
        Assert.Equal(LaunchVerdict.Accepted, launched.Verdict);
        using var limit = new CancellationTokenSource(SmscBench.Patience);
        await service.WaitUntilFinishedAsync(launched.Alert, limit.Token);
        await replies.WhenIdleAsync();

        var attempts = (await service.ListAttemptsAsync(new AttemptQuery(launched.Alert), limit.Token)).Rows.ToDictionary(row => row.Recipient);
        var recipients = (await service.ListRecipientsAsync(new RecipientQuery(launched.Alert), limit.Token)).Rows;
        await service.ShutDownAsync();
        return [.. recipients.Select(row => (row.Recipient.Name, row.Acknowledgement, attempts[row.Recipient.Id].Outcome)).OrderBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static Contact Household(string suffix) => new()
    {
        Id = ContactId.New(Clock),
        Organisation = new OrganisationId(new Guid(1, 2, 0, new byte[8])),
        Name = suffix,
        Language = "fr",
        Points = [ContactPoint.Sms(ContactPointId.New(Clock), Number($"+336399800{suffix}"))],
    };
}
