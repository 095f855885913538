using System.Globalization;
using AlertAutomaton.Daemon.Logging;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Keeps the details of an unforeseen error in a file of the temporary directory.</summary>
internal static class CrashFile
{
    /// <summary>The path of the file, or the reason why it could not be written.</summary>
    public static string Write(Exception fault, TimeProvider time)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"alertautomaton-{stamp}-{Environment.ProcessId}.log"));
        try
        {
            File.WriteAllText(path, fault.ToString());
            return path;
        }
        catch (Exception unwritable) when (ForgivingLoggers.IsOfTheDisk(unwritable))
        {
            return unwritable.Message;
        }
    }
}
