using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.Tests.Transactions;

public sealed class SerialQueueTests
{
    [Fact]
    public async Task Work_of_many_threads_runs_one_piece_after_the_other()
    {
        var queue = new SerialQueue(exception => throw exception);
        int inside = 0;
        int most = 0;
        int done = 0;
        void Work(object? state)
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            done++;
            Interlocked.Decrement(ref inside);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                if (thread % 2 == 0)
                {
                    queue.Post(Work, null);
                }
                else
                {
                    queue.PostInline(Work, null);
                }
            }
        })));
        var last = new TaskCompletionSource();
        queue.Post(_ => last.SetResult(), null);
        await last.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(1, most);
        Assert.Equal(80_000, done);
    }

    [Fact]
    public void Work_posted_from_inside_runs_afterwards_and_a_fault_stops_nothing()
    {
        var faults = new List<Exception>();
        var queue = new SerialQueue(faults.Add);
        var order = new List<string>();
        queue.PostInline(
            _ =>
            {
                queue.Post(_ => order.Add("second"), null);
                order.Add("first");
                throw new InvalidOperationException("fault");
            },
            null);

        Assert.Equal(["first", "second"], order);
        Assert.Single(faults);
        Assert.Equal(0, queue.Pending);
    }
}
