using System.Text;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Text;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class SubmittingTests
{
    private static readonly SmsSubmission Sms = new() { Destination = "+33600000001", Source = "MAIRIE", Text = "ALERTE: montez" };

    [Fact]
    public async Task A_text_is_submitted_and_its_id_told()
    {
        await using var smsc = new TestSmsc();
        var (client, _) = await smsc.BoundClientAsync();
        await using var ending = client;
        var result = await TestSmsc.Within(client.SubmitAsync(Sms with { IsUrgent = true, Validity = TimeSpan.FromHours(4) }));
        Assert.Equal((SubmitResultKind.Accepted, CommandStatus.Ok), (result.Kind, result.Status));
        Assert.Equal(["id1"], result.MessageIds);
        var submit = await smsc.NextSubmittedAsync();
        Assert.Equal(new SmppAddress(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "MAIRIE"), submit.Source);
        Assert.Equal(new SmppAddress(TypeOfNumber.International, NumberingPlan.Isdn, "33600000001"), submit.Destination);
        Assert.Equal((3, 1, "000000040000000R"), (submit.PriorityFlag, submit.RegisteredDelivery, submit.ValidityPeriod));
        Assert.Equal("ALERTE: montez", Encoding.Latin1.GetString(submit.ShortMessage.Span));
    }

    [Theory]
    [InlineData(SmsConcatenation.UserDataHeader8, 3)]
    [InlineData(SmsConcatenation.UserDataHeader16, 3)]
    [InlineData(SmsConcatenation.SegmentationParameters, 3)]
    [InlineData(SmsConcatenation.MessagePayload, 1)]
    public async Task A_long_text_arrives_whole_in_every_way(SmsConcatenation way, int submissions)
    {
        await using var smsc = new TestSmsc();
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Text = new SmsTextOptions { Concatenation = way } });
        await using var ending = client;
        string text = string.Concat(Enumerable.Repeat("évacuez [nord] ", 25));
        var result = await TestSmsc.Within(client.SubmitAsync(Sms with { Text = text }));
        Assert.Equal(submissions, result.MessageIds.Count);
        var whole = new StringBuilder();
        for (int i = 0; i < submissions; i++)
        {
            _ = whole.Append(SmsDecoder.Decode(await smsc.NextSubmittedAsync()).Text);
        }

        Assert.Equal(text, whole.ToString());
    }

    [Theory]
    [InlineData(CommandStatus.InvalidDestinationAddress, SubmitResultKind.RejectedDestination)]
    [InlineData(CommandStatus.InvalidSourceAddress, SubmitResultKind.RejectedMessage)]
    [InlineData(CommandStatus.SystemError, SubmitResultKind.Temporary)]
    [InlineData(CommandStatus.SubmitFailed, SubmitResultKind.Temporary)]
    [InlineData((CommandStatus)0x0455, SubmitResultKind.Temporary)]
    public async Task A_refusal_is_told_with_its_status(CommandStatus status, SubmitResultKind kind)
    {
        await using var smsc = new TestSmsc { OnSubmit = submit => new SubmitSmResp(status, submit.Sequence) };
        var (client, _) = await smsc.BoundClientAsync();
        await using var ending = client;
        var result = await TestSmsc.Within(client.SubmitAsync(Sms));
        Assert.Equal((kind, status), (result.Kind, result.Status));
    }

    [Fact]
    public async Task A_nack_completes_the_request()
    {
        await using var smsc = new TestSmsc { OnSubmit = submit => new GenericNack(CommandStatus.InvalidCommandId, submit.Sequence) };
        var (client, _) = await smsc.BoundClientAsync();
        await using var ending = client;
        Assert.Equal(SubmitResultKind.RejectedMessage, (await TestSmsc.Within(client.SubmitAsync(Sms))).Kind);
    }

    [Fact]
    public async Task A_refused_segment_ends_its_message()
    {
        await using var smsc = new TestSmsc { OnSubmit = submit => new SubmitSmResp(CommandStatus.InvalidDestinationAddress, submit.Sequence) };
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Window = 1 });
        await using var ending = client;
        var result = await TestSmsc.Within(client.SubmitAsync(Sms with { Text = new string('A', 1_000) }));
        Assert.Equal(SubmitResultKind.RejectedDestination, result.Kind);
        Assert.Equal(1, client.Snapshot().Counts.SegmentsSubmitted);
    }

    [Fact]
    public async Task A_throttled_text_is_tried_again_and_costs_nothing()
    {
        await using var smsc = new TestSmsc();
        int throttled = 0;
        smsc.OnSubmit = submit => Interlocked.Increment(ref throttled) <= 3
            ? new SubmitSmResp(CommandStatus.Throttled, submit.Sequence)
            : smsc.Accept(submit);
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { ThrottlePatience = TestSmsc.Patience });
        await using var ending = client;
        Assert.Equal(SubmitResultKind.Accepted, (await TestSmsc.Within(client.SubmitAsync(Sms))).Kind);
        Assert.Equal(3, client.Snapshot().Counts.SegmentsThrottled);
        Assert.True(client.Snapshot().SegmentsPerSecond < 100_000);
    }

    [Fact]
    public async Task A_gateway_that_throttles_for_long_is_told_with_a_wait()
    {
        await using var smsc = new TestSmsc { OnSubmit = submit => new SubmitSmResp(CommandStatus.SubmitFailed, submit.Sequence) };
        var (client, _) = await smsc.BoundClientAsync(
            smsc.Options with { ThrottlePatience = TimeSpan.Zero, ThrottleStatuses = [CommandStatus.SubmitFailed] });
        await using var ending = client;
        var result = await TestSmsc.Within(client.SubmitAsync(Sms));
        Assert.Equal((SubmitResultKind.Throttled, CommandStatus.SubmitFailed), (result.Kind, result.Status));
        Assert.True(result.Wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_text_without_response_is_unknown_and_not_sent_again()
    {
        var clock = new ManualTimeProvider();
        await using var smsc = new TestSmsc { OnSubmit = _ => null };
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { ResponseTimeout = TimeSpan.FromSeconds(30) }, clock);
        await using var ending = client;
        var submitting = client.SubmitAsync(Sms);
        _ = await smsc.NextSubmittedAsync();
        Assert.False(submitting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(SubmitResultKind.Unknown, (await TestSmsc.Within(submitting)).Kind);
        Assert.Equal((1, 1, 0), (client.Snapshot().Counts.SegmentsSubmitted, client.Snapshot().Counts.SegmentsUnknown, client.Snapshot().WindowInUse));
    }

    [Fact]
    public async Task Urgent_texts_leave_before_others_that_wait()
    {
        await using var smsc = new TestSmsc { OnSubmit = _ => null };
        var (client, session) = await smsc.BoundClientAsync(smsc.Options with { Window = 1 });
        await using var ending = client;
        Task[] all =
        [
            client.SubmitAsync(Sms with { Text = "first" }),
            client.SubmitAsync(Sms with { Text = "usual" }),
            client.SubmitAsync(Sms with { Text = "urgent", IsUrgent = true }),
        ];
        List<string> order = [];
        for (int i = 0; i < all.Length; i++)
        {
            var submit = await smsc.NextSubmittedAsync();
            order.Add(SmsDecoder.Decode(submit).Text);
            session.Respond(smsc.Accept(submit));
        }

        Assert.Equal(["first", "urgent", "usual"], order);
        await Task.WhenAll(all).WaitAsync(TestSmsc.Patience);
    }

    [Fact]
    public async Task A_full_queue_refuses_more_and_sends_none_of_it()
    {
        await using var smsc = new TestSmsc { OnSubmit = _ => null };
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Window = 1, QueueLimit = 2 });
        await using var ending = client;
        Task<SubmitResult>[] waiting = [client.SubmitAsync(Sms), client.SubmitAsync(Sms), client.SubmitAsync(Sms)];
        var result = await TestSmsc.Within(client.SubmitAsync(Sms));
        Assert.Equal((SubmitResultKind.Throttled, null), (result.Kind, result.Status));
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
    }

    [Fact]
    public async Task Who_no_longer_waits_is_told_whether_it_left()
    {
        await using var smsc = new TestSmsc { OnSubmit = _ => null };
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Window = 1 });
        await using var ending = client;
        using var cancellation = new CancellationTokenSource();
        var left = client.SubmitAsync(Sms, cancellation.Token);
        var waits = client.SubmitAsync(Sms, cancellation.Token);
        _ = await smsc.NextSubmittedAsync();
        await cancellation.CancelAsync();
        Assert.Equal(SubmitResultKind.Unknown, (await TestSmsc.Within(left)).Kind);
        Assert.Equal(SubmitResultKind.NotSent, (await TestSmsc.Within(waits)).Kind);
    }

    [Fact]
    public async Task Who_is_stopped_but_waits_for_what_left_is_told_the_response()
    {
        await using var smsc = new TestSmsc { OnSubmit = _ => null };
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Window = 1, ResponseTimeout = TimeSpan.FromSeconds(2) });
        await using var ending = client;
        using var cancellation = new CancellationTokenSource();
        var left = client.SubmitAsync(Sms with { AwaitsWhatLeft = true }, cancellation.Token);
        var waits = client.SubmitAsync(Sms with { AwaitsWhatLeft = true }, cancellation.Token);
        _ = await smsc.NextSubmittedAsync();
        await cancellation.CancelAsync();
        Assert.Equal(SubmitResultKind.NotSent, (await TestSmsc.Within(waits)).Kind);
        var result = await TestSmsc.Within(left);
        Assert.Equal((SubmitResultKind.Unknown, "no response in time"), (result.Kind, result.Text));
    }

    [Theory]
    [InlineData("", SubmitResultKind.RejectedDestination)]
    [InlineData("+33 6", SubmitResultKind.RejectedDestination)]
    [InlineData("+336000000010000000000", SubmitResultKind.RejectedDestination)]
    [InlineData("+33600000001", SubmitResultKind.NotSent)]
    public async Task Without_a_bind_only_what_is_wrong_in_itself_is_refused(string destination, SubmitResultKind kind)
    {
        await using var smsc = new TestSmsc();
        await using var client = new SmppClient(
            smsc.Options, _ => Task.FromResult(true), TimeProvider.System, new Random(1), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        Assert.Equal(kind, (await client.SubmitAsync(Sms with { Destination = destination })).Kind);
    }

    [Fact]
    public async Task A_sender_that_is_none_is_refused_before_it_leaves()
    {
        await using var smsc = new TestSmsc();
        await using var client = smsc.Client();
        Assert.Equal(SubmitResultKind.RejectedMessage, (await client.SubmitAsync(Sms with { Source = "MAIRIE DE LA VILLE" })).Kind);
    }
}
