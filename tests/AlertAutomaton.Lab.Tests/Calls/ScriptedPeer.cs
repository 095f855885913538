using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Lab.Tests.Calls;

/// <summary>A trunk of a few lines on a UDP socket: answers REGISTER as told, and everything else with a 200 that has no body.</summary>
internal sealed class ScriptedPeer : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));

    private readonly ConcurrentQueue<string> _requests = new();

    public ScriptedPeer()
    {
        _ = AnswerAsync();
    }

    /// <summary>The status for the next REGISTER.</summary>
    public int Status { get; set; } = 200;

    public int Registrations { get; private set; }

    /// <summary>The methods of the requests so far; ACK is left out.</summary>
    public IEnumerable<string> Requests => _requests;

    public string Uri => $"sip:{_socket.Client.LocalEndPoint};transport=udp";

    public void Dispose() => _socket.Dispose();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult packet = await _socket.ReceiveAsync();
                if (!SipMessageParser.TryParse(packet.Buffer, out SipMessage? message, out _) || message is not SipRequest request || request.Method == SipMethod.Ack)
                {
                    continue;
                }

                bool register = request.Method == SipMethod.Register;
                Registrations += register ? 1 : 0;
                _requests.Enqueue(request.Method.Name);
                SipResponse response = request.CreateResponse(register ? Status : 200, "peer");
                response.Headers.Set(SipHeaderNames.Contact, $"<{Uri}>");
                if (register && Status == 200)
                {
                    response.Headers.Set(SipHeaderNames.Contact, $"{request.Headers.GetFirst(SipHeaderNames.Contact)};expires=600");
                    response.Headers.Set("Service-Route", "<sip:edge.example;lr>");
                }

                var bytes = new ArrayBufferWriter<byte>();
                SipMessageWriter.Write(response, bytes);
                await _socket.SendAsync(bytes.WrittenMemory, packet.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }
}
