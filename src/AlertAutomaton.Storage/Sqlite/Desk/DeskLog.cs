using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Storage.Sqlite.Desk;

/// <summary>What the small stores of the desk have to say.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(6040, LogLevel.Error, "A text that came in, or what became of it, could not be written; the network repeats it, or it is worked on again")]
    public static partial void TextNotWritten(ILogger log, Exception fault);

    [LoggerMessage(6042, LogLevel.Error, "Failures and locks of PINs could not be written; they count on in memory only")]
    public static partial void PinGuardNotWritten(ILogger log, Exception fault);

    [LoggerMessage(6043, LogLevel.Error, "Recording {Number} could not be kept")]
    public static partial void RecordingNotKept(ILogger log, int number, Exception fault);

    [LoggerMessage(6044, LogLevel.Error, "A resident's wish to be registered could not be kept")]
    public static partial void CallbackRequestNotKept(ILogger log, Exception fault);

    [LoggerMessage(6041, LogLevel.Error, "Texts that came in and are not worked on yet could not be read; they are read again at the next start")]
    public static partial void TextsUnreadable(ILogger log, Exception fault);
}
