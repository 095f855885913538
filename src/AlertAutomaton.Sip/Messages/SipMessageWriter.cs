using System.Buffers;
using System.Text;

namespace AlertAutomaton.Sip.Messages;

/// <summary>Writes a message (RFC 3261 §7); the mirror image of <see cref="SipMessageParser"/>. Content-Length always tells the body's true length.</summary>
public static class SipMessageWriter
{
    /// <summary>Writes start line, headers in their order, Content-Length last, and the body.</summary>
    public static void Write(SipMessage message, IBufferWriter<byte> output)
    {
        switch (message)
        {
            case SipRequest request:
                Encoding.ASCII.GetBytes(request.Method.Name, output);
                output.Write(" "u8);
                Encoding.UTF8.GetBytes(request.RequestUri.ToString(), output);
                output.Write(" SIP/2.0\r\n"u8);
                break;
            case SipResponse response:
                output.Write("SIP/2.0 "u8);
                WriteNumber(response.StatusCode, output);
                output.Write(" "u8);
                Encoding.UTF8.GetBytes(response.ReasonPhrase, output);
                output.Write("\r\n"u8);
                break;
            default:
                throw new ArgumentException("Neither a request nor a response.", nameof(message));
        }

        var headers = message.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers.NameAt(i);
            if (ReferenceEquals(name, SipHeaderNames.ContentLength))
            {
                continue;
            }

            Encoding.ASCII.GetBytes(name, output);
            output.Write(": "u8);
            headers.WriteTo(output, i);
            output.Write("\r\n"u8);
        }

        output.Write("Content-Length: "u8);
        WriteNumber(message.Body.Length, output);
        output.Write("\r\n\r\n"u8);
        output.Write(message.Body.Span);
    }

    private static void WriteNumber(int number, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(11);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, span, out var written);
        output.Advance(written);
    }
}
