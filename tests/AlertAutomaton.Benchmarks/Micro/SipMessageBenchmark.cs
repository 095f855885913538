using System.Buffers;
using System.Text;
using AlertAutomaton.Sip.Messages;
using BenchmarkDotNet.Attributes;

namespace AlertAutomaton.Benchmarks.Micro;

/// <summary>A typical INVITE of a trunk, read and written.</summary>
[MemoryDiagnoser]
public class SipMessageBenchmark
{
    private readonly ArrayBufferWriter<byte> _out = new(4096);
    private byte[] _invite = [];
    private SipMessage? _message;

    /// <summary>Builds the INVITE.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        string body = Encoding.ASCII.GetString(Calls.CallPeer.Sdp);
        _invite = Encoding.ASCII.GetBytes(
            "INVITE sip:+33639980001@sbc.operator.example:5060;user=phone SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK74bf9d1c2e;rport\r\n"
            + "Via: SIP/2.0/UDP 198.51.100.4:5060;branch=z9hG4bKnashds8;received=198.51.100.4\r\n"
            + "Record-Route: <sip:198.51.100.4;lr>\r\nMax-Forwards: 69\r\n"
            + "From: \"Mairie\" <sip:+33162000000@192.0.2.10>;tag=9fxced76sl\r\nTo: <sip:+33639980001@sbc.operator.example>\r\n"
            + "Call-ID: 3848276298220188511@192.0.2.10\r\nCSeq: 1 INVITE\r\nContact: <sip:alert@192.0.2.10:5060>\r\n"
            + "P-Asserted-Identity: <sip:+33162000000@192.0.2.10>\r\nAllow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK\r\n"
            + "Supported: 100rel, timer\r\nSession-Expires: 1800\r\nContent-Type: application/sdp\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}");
        if (!SipMessageParser.TryParse(_invite, out _message, out SipParseError error))
        {
            throw new InvalidOperationException(error.ToString());
        }
    }

    /// <summary>Reads it, and what a transaction needs of it.</summary>
    [Benchmark]
    public object? Parse()
    {
        return SipMessageParser.TryParse(_invite, out SipMessage? message, out _)
            ? (message!.TopVia, message.From, message.To, message.CSeq, message.CallId).CallId
            : null;
    }

    /// <summary>Writes it.</summary>
    [Benchmark]
    public int Write()
    {
        _out.ResetWrittenCount();
        SipMessageWriter.Write(_message!, _out);
        return _out.WrittenCount;
    }
}
