using Serilog.Events;
using Serilog.Formatting;

namespace AlertAutomaton.Daemon.Logging;

/// <summary>Formats a log event and masks phone numbers in the whole of it, messages of exceptions included.</summary>
internal sealed class MaskingFormatter(ITextFormatter inner) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        inner.Format(logEvent, text);
        output.Write(PhoneNumberMask.Apply(text.ToString()));
    }
}
