using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite.Connections;
using AlertAutomaton.Storage.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace AlertAutomaton.Storage.Tests.Sqlite.Writing;

public sealed class GroupCommitWriterTests
{
    [Fact]
    public async Task A_completed_write_is_visible_to_another_connection()
    {
        await using var rig = new WriterRig();
        rig.Writer.Start();
        await rig.Write(new InsertNumber(7));
        Assert.Equal([7], rig.Numbers());
    }

    [Fact]
    public async Task Writes_that_wait_together_share_one_commit()
    {
        await using var rig = new WriterRig();
        Task[] writes = [.. Enumerable.Range(0, 500).Select(number => rig.Write(new InsertNumber(number)))];
        rig.Writer.Start();
        await Task.WhenAll(writes);
        Assert.Equal(500, rig.Writer.Statistics.Writes);
        Assert.Equal(1, rig.Writer.Statistics.Commits);
        Assert.Equal(500, rig.Writer.Statistics.LargestGroup);
        Assert.Equal(500, rig.Numbers().Count);
    }

    [Fact]
    public async Task What_a_write_takes_is_measured_from_handing_it_over_to_its_sync()
    {
        await using var rig = new WriterRig();
        Task first = rig.Write(new InsertNumber(1));
        rig.Time.Advance(TimeSpan.FromMilliseconds(30));
        Task second = rig.Write(new InsertNumber(2));
        rig.Writer.Start();
        await Task.WhenAll(first, second);

        LatencySnapshot latency = rig.Writer.Statistics.Latency;
        Assert.Equal(2, latency.Count);
        Assert.Equal(0.03, latency.Sum, 6);
        Assert.Equal((0.0005, 0.05, 0.05), (latency.Quantile(0.5), latency.Quantile(0.99), latency.Quantile(1)));
    }

    [Fact]
    public async Task Many_producers_need_far_fewer_commits_than_writes()
    {
        await using var rig = new WriterRig();
        rig.Writer.Start();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(producer => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                await rig.Write(new InsertNumber((producer * 1000) + i));
            }
        })));
        Assert.Equal(1600, rig.Numbers().Count);
        Assert.InRange(rig.Writer.Statistics.Commits, 1, 800);
    }

    [Fact]
    public async Task A_write_that_fails_fails_alone()
    {
        await using var rig = new WriterRig();
        Task first = rig.Write(new InsertNumber(1));
        Task again = rig.Write(new InsertNumber(1));
        Task other = rig.Write(new InsertNumber(2));
        Task thrown = rig.Write(new InsertNumber(3, whileApplying: () => throw new InvalidDataException("three")));
        rig.Writer.Start();
        await first;
        await other;
        Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => again)).SqliteErrorCode);
        await Assert.ThrowsAsync<InvalidDataException>(() => thrown);
        Assert.Equal([1, 2], rig.Numbers());
        Assert.Equal(StoreCondition.Ready, rig.Health.Snapshot.Condition);
        Assert.Equal(1, rig.Session.CommittedCount);
        Assert.Equal(1, rig.Session.RolledBackCount);
        Assert.Equal(4, rig.Session.MarkCount);
        Assert.Equal(2, rig.Session.RolledBackToMarkCount);
    }

    [Fact]
    public async Task What_is_queued_is_written_before_the_writer_closes()
    {
        await using var rig = new WriterRig();
        Task[] writes = [.. Enumerable.Range(0, 100).Select(number => rig.Write(new InsertNumber(number)))];
        rig.Writer.Start();
        await rig.CloseWriter();
        await Task.WhenAll(writes);
        Assert.Equal(100, rig.Numbers().Count);
        var late = await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(100)));
        Assert.Equal(StoreCondition.Closed, late.Condition);
    }

    [Fact]
    public async Task A_held_database_makes_writes_wait_and_the_store_say_so()
    {
        await using var rig = new WriterRig();
        using (SqliteConnection other = new SqliteConnector(rig.Options.DatabasePath, TimeSpan.FromSeconds(1)).OpenCheckpointer())
        {
            SqliteConnector.Execute(other, "BEGIN EXCLUSIVE;");
            rig.Writer.Start();
            Task write = rig.Write(new InsertNumber(5));
            Assert.Equal(StoreCondition.Busy, (await rig.NextCondition()).Condition);
            Assert.False(write.IsCompleted);
            SqliteConnector.Execute(other, "ROLLBACK;");
            await write;
        }

        Assert.Equal(StoreCondition.Ready, rig.Health.Snapshot.Condition);
        Assert.Equal([5], rig.Numbers());
    }

    [Fact]
    public async Task A_full_database_refuses_new_work_and_resumes_by_itself()
    {
        await using var rig = new WriterRig(largestPages: 40);
        Assert.True(rig.Ballast.TryReserve());
        rig.Writer.Start();
        await rig.Write(new InsertNumber(1));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(2, fillerBytes: 400_000, isNewWork: true)));
        Assert.Equal(StoreCondition.DiskFull, refused.Condition);
        Assert.True(refused.IsTransient);
        Assert.False(rig.Ballast.IsHeld);

        await rig.Write(new InsertNumber(3));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(4, isNewWork: true)));

        rig.Time.Advance(rig.Options.DiskFullRetry);
        Assert.Equal(StoreCondition.Ready, rig.Health.Snapshot.Condition);
        Assert.True(rig.Ballast.IsHeld);
        await rig.Write(new InsertNumber(6, isNewWork: true));
        Assert.Equal([1, 3, 6], rig.Numbers());
    }

    [Fact]
    public async Task An_outcome_too_large_for_a_full_database_is_refused_and_never_half_written()
    {
        await using var rig = new WriterRig(largestPages: 40);
        Assert.True(rig.Ballast.TryReserve());
        rig.Writer.Start();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(2, fillerBytes: 400_000)));
        await rig.Write(new InsertNumber(3));
        Assert.Equal([3], rig.Numbers());
    }

    [Fact]
    public async Task A_damaged_database_stops_the_store_for_good()
    {
        await using var rig = new WriterRig();
        Task write = rig.Write(new InsertNumber(1, whileApplying: () => throw new SqliteException("disk I/O error", 10, 1034)));
        rig.Writer.Start();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => write);
        Assert.Equal(StoreCondition.Failed, refused.Condition);
        Assert.False(refused.IsTransient);
        Assert.Contains("disk I/O error", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(2)));
        Assert.Empty(rig.Numbers());
    }
}
