using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Options;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace AlertAutomaton.Daemon.Logging;

/// <summary>Opens the log: a file per day with everything, and the console with what an administrator must see.</summary>
internal static class LogSetup
{
    private const string FileTemplate =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {EventNumber} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:lj}{NewLine}";

    /// <param name="options">Level, directory and days.</param>
    /// <param name="dataDirectory">Where the default directory of logs is.</param>
    /// <param name="console">Least level on the console; null keeps the console free for a command's own output.</param>
    public static ILoggerFactory Open(LoggingOptions options, string dataDirectory, LogEventLevel? console)
    {
        var directory = Path.GetFullPath(options.Directory.Length == 0 ? "logs" : options.Directory, dataDirectory);
        var level = Enum.Parse<LogEventLevel>(options.Level);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            // The web server's own words on every request would bury ours.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .Enrich.With(new EventNumberEnricher())
            .WriteTo.File(
                Formatter(FileTemplate),
                Path.Combine(directory, "alertautomaton-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: options.RetainDays,
                fileSizeLimitBytes: 256L * 1024 * 1024,
                rollOnFileSizeLimit: true);
        if (console is { } least)
        {
            configuration = configuration.WriteTo.Console(Formatter(ConsoleTemplate), restrictedToMinimumLevel: least);
        }

        return new ForgivingLoggers(new SerilogLoggerFactory(configuration.CreateLogger(), dispose: true));
    }

    private static MaskingFormatter Formatter(string template) => new(new MessageTemplateTextFormatter(template, CultureInfo.InvariantCulture));
}
