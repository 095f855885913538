namespace AlertAutomaton.Daemon.Logging;

/// <summary>Loggers whose last lines may meet a full or broken disk: that is told on the error stream and never changes how the process ends.</summary>
internal sealed class ForgivingLoggers(ILoggerFactory inner) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public ILogger CreateLogger(string categoryName) => inner.CreateLogger(categoryName);

    public void Dispose()
    {
        try
        {
            inner.Dispose();
        }
        catch (Exception unwritable) when (IsOfTheDisk(unwritable))
        {
            Console.Error.WriteLine(unwritable.Message);
        }
    }

    /// <summary>True for what a full, broken or forbidden disk throws; .NET reports EFBIG as an argument out of range.</summary>
    internal static bool IsOfTheDisk(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}
