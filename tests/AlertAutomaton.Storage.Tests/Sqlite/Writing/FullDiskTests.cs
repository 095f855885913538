using AlertAutomaton.Storage.Health;

namespace AlertAutomaton.Storage.Tests.Sqlite.Writing;

public sealed class FullDiskTests
{
    [Fact]
    public async Task On_a_full_disk_outcomes_go_into_the_reserve_and_work_resumes_when_space_returns()
    {
        using SmallDisk? disk = SmallDisk.TryMount(megabytes: 28);
        Assert.SkipWhen(disk is null, "mounting a tmpfs is not allowed here");
        await using var rig = new WriterRig(folder: disk.Path);
        Assert.True(rig.Ballast.TryReserve());
        rig.Writer.Start();
        await rig.Write(new InsertNumber(1));
        string filler = Path.Combine(disk.Path, "filler");
        Fill(filler);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Write(new InsertNumber(2, fillerBytes: 100_000, isNewWork: true)));
        Assert.Equal(StoreCondition.DiskFull, refused.Condition);
        Assert.False(File.Exists(rig.Options.DatabasePath + ".reserve"));
        for (int outcome = 100; outcome < 200; outcome++)
        {
            await rig.Write(new InsertNumber(outcome, fillerBytes: 1000));
        }

        rig.Time.Advance(rig.Options.DiskFullRetry);
        Assert.Equal(StoreCondition.DiskFull, rig.Health.Snapshot.Condition);

        File.Delete(filler);
        rig.Time.Advance(rig.Options.DiskFullRetry);
        Assert.Equal(StoreCondition.Ready, rig.Health.Snapshot.Condition);
        await rig.Write(new InsertNumber(3, isNewWork: true));
        Assert.Equal([1, 3, .. Enumerable.Range(100, 100)], rig.Numbers());
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        byte[] block = new byte[4096];
        try
        {
            while (true)
            {
                stream.Write(block);
            }
        }
        catch (IOException)
        {
            // The disk is full, as wanted.
        }
    }
}
