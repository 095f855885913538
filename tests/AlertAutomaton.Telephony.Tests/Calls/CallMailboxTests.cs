using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Telephony.Tests.Calls;

public sealed class CallMailboxTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_key_pressed_before_anybody_waits_is_not_lost()
    {
        var mailbox = Mailbox();
        mailbox.PostKey(Key('1'));
        mailbox.PostKey(Key('2'));
        Assert.Equal('1', (await mailbox.WaitAsync(CallMoments.Key, Long, default)).Key?.Key);
        Assert.Equal('2', (await mailbox.WaitAsync(CallMoments.Key, Long, default)).Key?.Key);
    }

    [Fact]
    public async Task A_key_pressed_just_before_the_end_is_read_before_the_end()
    {
        var mailbox = Mailbox();
        mailbox.PostKey(Key('1'));
        mailbox.Post(CallMoments.Ended);
        Assert.Equal('1', (await mailbox.WaitAsync(CallMoments.Key | CallMoments.PlayedToEnd, Long, default)).Key?.Key);
        Assert.Equal(CallMoments.Ended, (await mailbox.WaitAsync(CallMoments.Key, Long, default)).What);
        Assert.False(mailbox.PostKey(Key('3')));
    }

    [Fact]
    public async Task The_end_wakes_every_wait_and_stays()
    {
        var mailbox = Mailbox();
        Task<CallTurn> waiting = mailbox.WaitAsync(CallMoments.Beep, Timeout.InfiniteTimeSpan, default);
        mailbox.Post(CallMoments.Ended);
        Assert.Equal(CallMoments.Ended, (await waiting).What);
        Assert.Equal(CallMoments.Ended, (await mailbox.WaitAsync(CallMoments.None, Long, default)).What);
    }

    [Fact]
    public async Task Keys_that_are_not_wanted_wait()
    {
        var mailbox = Mailbox();
        Task<CallTurn> playing = mailbox.WaitAsync(CallMoments.PlayedToEnd, Timeout.InfiniteTimeSpan, default);
        mailbox.PostKey(Key('1'));
        Assert.False(playing.IsCompleted);
        mailbox.Post(CallMoments.PlayedToEnd);
        Assert.Equal(CallMoments.PlayedToEnd, (await playing).What);
        Assert.Equal('1', (await mailbox.WaitAsync(CallMoments.Key, Long, default)).Key?.Key);
    }

    [Fact]
    public async Task The_time_granted_ends_a_wait()
    {
        var mailbox = Mailbox();
        Task<CallTurn> waiting = mailbox.WaitAsync(CallMoments.Key, TimeSpan.FromSeconds(5), default);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(CallMoments.TimedOut, (await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)).What);
        Task<CallTurn> next = mailbox.WaitAsync(CallMoments.Key, Long, default);
        mailbox.PostKey(Key('4'));
        Assert.Equal('4', (await next).Key?.Key);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_mailbox_usable()
    {
        var mailbox = Mailbox();
        using var cancel = new CancellationTokenSource();
        Task<CallTurn> waiting = mailbox.WaitAsync(CallMoments.Key, Timeout.InfiniteTimeSpan, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        mailbox.PostKey(Key('7'));
        Assert.Equal('7', (await mailbox.WaitAsync(CallMoments.Key, Long, default)).Key?.Key);
    }

    [Fact]
    public async Task A_storm_of_keys_is_bounded()
    {
        var mailbox = new CallMailbox(_time, 3);
        Assert.Equal([true, true, true, false], "1234".Select(key => mailbox.PostKey(Key(key))));
        for (int key = 0; key < 3; key++)
        {
            await mailbox.WaitAsync(CallMoments.Key, Long, default);
        }

        Assert.False(mailbox.PostKey(Key('5')));
    }

    [Fact]
    public async Task Two_scripts_on_one_call_are_a_bug_that_is_told()
    {
        var mailbox = Mailbox();
        Task<CallTurn> first = mailbox.WaitAsync(CallMoments.Key, Timeout.InfiniteTimeSpan, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mailbox.WaitAsync(CallMoments.Key, Long, default));
        mailbox.Post(CallMoments.Ended);
        await first;
    }

    [Fact]
    public async Task Nothing_posted_by_many_threads_is_lost()
    {
        var mailbox = new CallMailbox(TimeProvider.System, 4000);
        Task posting = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int key = 0; key < 1000; key++)
            {
                mailbox.PostKey(Key('1'));
            }
        })));
        for (int key = 0; key < 4000; key++)
        {
            Assert.Equal(CallMoments.Key, (await mailbox.WaitAsync(CallMoments.Key, TimeSpan.FromSeconds(30), default)).What);
        }

        await posting;
    }

    private CallMailbox Mailbox() => new(_time, 50);

    private static KeyPress Key(char key) => new(key, TimeSpan.Zero);
}
