namespace AlertAutomaton.Daemon.Http;

/// <summary>Log messages of the HTTP face.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(9100, LogLevel.Error, "Request {Method} {Path} failed in a way that nobody foresaw")]
    public static partial void RequestFailed(ILogger log, Exception fault, string method, string path);
}
