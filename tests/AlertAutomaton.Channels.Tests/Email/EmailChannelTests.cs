using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Channels.Email;
using AlertAutomaton.Channels.Tests.Voice;
using AlertAutomaton.TestKit;
using static AlertAutomaton.Channels.Tests.Email.MailOrders;

namespace AlertAutomaton.Channels.Tests.Email;

public sealed class EmailChannelTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedTransport _transport = new();
    private readonly RecordingLogger<EmailChannel> _log = new();
    private EmailChannel? _channel;

    [Fact]
    public async Task A_mail_that_was_taken_can_be_found_by_its_attempt()
    {
        AttemptResult result = await DeliverAsync(Channel());
        Assert.Equal(AttemptOutcome.Submitted, result.Outcome);
        Assert.Equal([AttemptReference.Mail(Attempt)], result.References);
        Assert.Equal(1, result.Units);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_mail_of_which_nothing_more_was_heard_can_be_found_too()
    {
        _transport.Answer = _ => new MailSubmission { End = MailSubmissionEnd.Disconnected, ContentBegun = true, ContentSent = true };
        AttemptResult result = await DeliverAsync(Channel());
        Assert.Equal(AttemptOutcome.Unknown, result.Outcome);
        Assert.Equal([AttemptReference.Mail(Attempt)], result.References);
    }

    [Fact]
    public async Task What_is_no_address_reaches_no_relay()
    {
        AttemptResult result = await DeliverAsync(Channel(), Order(address: "nobody"));
        Assert.Equal(AttemptOutcome.InvalidNumber, result.Outcome);
        Assert.Empty(_transport.Mails);
    }

    [Theory]
    [InlineData(true, AttemptOutcome.InvalidNumber)]
    [InlineData(false, AttemptOutcome.Network)]
    [InlineData(null, AttemptOutcome.Network)]
    public async Task An_address_is_struck_off_only_by_a_relay_that_takes_our_login(bool? login, AttemptOutcome expected)
    {
        _transport.Answer = _ => new MailSubmission { End = MailSubmissionEnd.Refused, Code = 550, Reply = "5.1.1 unknown" };
        _transport.Login = login;
        AttemptResult result = await DeliverAsync(Channel(Relay with { User = "mairie", Password = "secret" }));
        Assert.Equal(expected, result.Outcome);
        Assert.Equal(0, result.Units);
        Assert.Equal(1, _transport.LoginChecks);
    }

    [Fact]
    public async Task A_relay_without_login_is_not_asked_about_it()
    {
        _transport.Answer = _ => new MailSubmission { End = MailSubmissionEnd.Refused, Code = 550, Reply = "5.1.1 unknown" };
        Assert.Equal(AttemptOutcome.InvalidNumber, (await DeliverAsync(Channel())).Outcome);
        Assert.Equal(0, _transport.LoginChecks);
    }

    [Fact]
    public async Task Trouble_with_a_relay_is_told_once_and_its_end_once()
    {
        EmailChannel channel = Channel();
        _transport.Answer = _ => new MailSubmission { End = MailSubmissionEnd.Disconnected, Fault = "ConnectionRefused" };
        for (int mail = 0; mail < 5; mail++)
        {
            Assert.Equal(AttemptOutcome.Network, (await DeliverAsync(channel)).Outcome);
        }

        Assert.Equal(["mail"], channel.TroubledRelays);
        _transport.Answer = _ => new MailSubmission { End = MailSubmissionEnd.Accepted };
        await DeliverAsync(channel);
        await DeliverAsync(channel);
        Assert.Equal(
            ["Warning 7200 Mail relay mail cannot be reached: ConnectionRefused", "Information 7202 Mail relay mail takes mails again"], _log.Lines);
        Assert.Empty(channel.TroubledRelays);
    }

    [Fact]
    public void The_route_is_the_first_relay_and_the_next_one_after_it_failed()
    {
        EmailChannel channel = Channel(Relay, Relay with { Name = "second" });
        Assert.Equal("mail", channel.RouteOf(new RouteRequest(Order().Point, null, null)));
        Assert.Equal("second", channel.RouteOf(new RouteRequest(Order().Point, null, "mail")));
        Assert.Equal("mail", channel.RouteOf(new RouteRequest(Order().Point, null, "second")));
        Assert.Equal("mail", Channel(Relay).RouteOf(new RouteRequest(Order().Point, null, "mail")));
        Assert.False(channel.TryReserve("unknown", out _));
        Assert.Equal(new ChannelCapacity(0, 0), channel.CapacityOf("unknown"));
        Assert.Equal(new ChannelCapacity(4, 1000), channel.CapacityOf("second"));
    }

    [Fact]
    public void No_more_connections_are_taken_than_configured_and_a_free_one_is_told()
    {
        EmailChannel channel = Channel(Relay with { Connections = 2 });
        int wakes = 0;
        channel.CapacityChanged += () => wakes++;
        ILineReservation first = Reserve(channel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Reserve(channel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(channel.TryReserve("mail", out _));
        wakes = 0;
        first.Dispose();
        first.Dispose();
        Assert.Equal(1, wakes);
        Assert.False(first.IsHeld);
        Reserve(channel);
        Assert.False(channel.TryReserve("mail", out _));
    }

    [Fact]
    public void Mails_leave_at_the_configured_pace_and_the_next_moment_is_told()
    {
        EmailChannel channel = Channel(Relay with { Connections = 100, MailsPerSecond = 4 });
        bool woken = true;
        channel.CapacityChanged += () => woken = true;
        int taken = 0;
        for (int step = 0; step < 1000; step++)
        {
            if (woken && !channel.TryReserve("mail", out _))
            {
                woken = false;
            }
            else if (woken)
            {
                taken++;
            }

            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(taken, 39, 41);
    }

    [Fact]
    public void The_connections_are_closed_with_the_channel()
    {
        Channel().Dispose();
        Assert.True(_transport.Closed);
    }

    public void Dispose() => _channel?.Dispose();

    private static ILineReservation Reserve(EmailChannel channel) =>
        channel.TryReserve("mail", out ILineReservation? line) ? line : throw new InvalidOperationException("No line is free.");

    private EmailChannel Channel(params MailRelayOptions[] relays)
    {
        _channel = new EmailChannel(Options with { Relays = relays.Length == 0 ? [Relay] : relays }, _transport, _clock, _log);
        return _channel;
    }

    private async Task<AttemptResult> DeliverAsync(EmailChannel channel, DeliveryOrder? order = null)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        using ILineReservation line = Reserve(channel);
        return await channel.DeliverAsync(order ?? Order(), line, new RecordingReporter([]), TestContext.Current.CancellationToken);
    }
}
