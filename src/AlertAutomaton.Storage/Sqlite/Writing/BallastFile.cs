namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>A file that only takes up space, given back when the disk is full so that the last facts can still be written.
/// It is really written, since a sparse file reserves nothing.</summary>
internal sealed class BallastFile(string path, long bytes)
{
    private readonly Lock _gate = new();

    public bool IsHeld { get; private set; }

    /// <summary>Makes the reserve if it is not there. False when there is not space for twice as much: a reserve that took the
    /// last bytes would take them from the outcomes that it is meant for.</summary>
    public bool TryReserve()
    {
        lock (_gate)
        {
            if (bytes == 0 || IsHeld)
            {
                return true;
            }

            if (!IsComplete() && FreeSpace.Beside(path) < 2 * bytes)
            {
                return false;
            }

            try
            {
                Write();
                IsHeld = true;
                return true;
            }
            catch (IOException)
            {
                File.Delete(path);
                return false;
            }
        }
    }

    /// <summary>Gives the space back. False when there was none to give.</summary>
    public bool TryRelease()
    {
        lock (_gate)
        {
            if (!IsHeld)
            {
                return false;
            }

            File.Delete(path);
            IsHeld = false;
            return true;
        }
    }

    private bool IsComplete() => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    private void Write()
    {
        if (IsComplete())
        {
            return;
        }

        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(0);

        // Not zeros: a file system that compresses or finds holes would give them no space.
        byte[] block = new byte[1024 * 1024];
        System.Security.Cryptography.RandomNumberGenerator.Fill(block);
        for (long left = bytes; left > 0; left -= block.Length)
        {
            file.Write(block, 0, (int)Math.Min(left, block.Length));
        }

        file.Flush(flushToDisk: true);
    }
}
