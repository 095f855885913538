using AlertAutomaton.Daemon.Logging;
using Serilog;
using Serilog.Formatting.Display;

namespace AlertAutomaton.Daemon.Tests.Logging;

public sealed class PhoneNumberMaskTests
{
    [Theory]
    [InlineData("call to +33639981234 begins", "call to +33*******34 begins")]
    [InlineData("sip:+33199001234@192.0.2.1", "sip:+33*******34@192.0.2.1")]
    [InlineData("06 39 98 12 34, then 0199001234", "06 *********34, then 019*****34")]
    [InlineData("alert 01a2015d-0cb2-7588-aafd-123456789012", "alert 01a2015d-0cb2-7588-aafd-123456789012")]
    [InlineData("port 20000-29999 at 192.168.100.200", "port 20000-29999 at 192.168.100.200")]
    public void The_middle_of_numbers_is_hidden_and_nothing_else(string text, string masked) => Assert.Equal(masked, PhoneNumberMask.Apply(text));

    [Fact]
    public void An_exceptions_message_is_masked_too()
    {
        using var output = new StringWriter();
        var formatter = new MaskingFormatter(new MessageTemplateTextFormatter("{Message:lj} {Exception}"));
        using (var log = new LoggerConfiguration().WriteTo.Sink(new WriterSink(formatter, output)).CreateLogger())
        {
            log.Error(new InvalidOperationException("no route to +33639981234"), "failed for {Number}", "+33199001234");
        }

        Assert.DoesNotContain("+33639981234", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("+33199001234", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("+33*******34", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class WriterSink(MaskingFormatter formatter, TextWriter output) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent) => formatter.Format(logEvent, output);
    }
}
