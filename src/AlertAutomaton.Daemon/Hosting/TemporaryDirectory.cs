namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Removes what a demonstration left behind; the log is closed first because it lies in there.</summary>
internal static class TemporaryDirectory
{
    public static void Remove(string directory, IDisposable log)
    {
        log.Dispose();
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (IOException)
        {
            // Another program (a virus scanner, a shell) looks into it: the system clears its temporary files itself.
        }
    }
}
