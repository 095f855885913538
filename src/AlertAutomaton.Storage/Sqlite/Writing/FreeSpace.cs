namespace AlertAutomaton.Storage.Sqlite.Writing;

/// <summary>How much may still be written on the disk that holds a path.</summary>
internal static class FreeSpace
{
    /// <summary>Bytes that this account may write; <see cref="long.MaxValue"/> where the system does not tell.</summary>
    public static long Beside(string file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? file;
        try
        {
            // Windows knows drives only, Linux answers for the file system of any folder.
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
