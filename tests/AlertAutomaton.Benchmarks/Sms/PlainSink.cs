using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>
/// The far side of the SMS measurements: reads the header of each PDU and no more, answers out of templates, and sends a receipt behind each
/// submit_sm_resp. What one read brought is answered by one write.
/// </summary>
internal static class PlainSink
{
    private const int IdDigits = 10;
    private static readonly byte[] Receipt = ReceiptTemplate();
    private static readonly int ReceiptId = Receipt.AsSpan().IndexOf("id:"u8) + 3;
    private static uint _lastId;

    public static int Run()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        Console.In.ReadToEnd();
        return 0;
    }

    private static void Accept(Socket listener)
    {
        while (true)
        {
            Socket client = listener.Accept();
            client.NoDelay = true;
            new Thread(() => Serve(client)) { IsBackground = true }.Start();
        }
    }

    private static void Serve(Socket client)
    {
        byte[] input = new byte[256 * 1024];
        byte[] output = new byte[512 * 1024];
        int held = 0;
        try
        {
            while (client.Receive(input.AsSpan(held)) is > 0 and var count)
            {
                held += count;
                int start = 0;
                int written = 0;
                while (held - start >= PduHeader.Length && BinaryPrimitives.ReadInt32BigEndian(input.AsSpan(start)) is var length && held - start >= length)
                {
                    written += Answer(input.AsSpan(start, length), output.AsSpan(written));
                    start += length;
                }

                input.AsSpan(start, held - start).CopyTo(input);
                held -= start;
                client.Send(output.AsSpan(0, written));
            }
        }
        catch (SocketException)
        {
            client.Close();
        }

        client.Dispose();
    }

    private static int Answer(ReadOnlySpan<byte> pdu, Span<byte> output)
    {
        uint command = BinaryPrimitives.ReadUInt32BigEndian(pdu[4..]);
        uint sequence = BinaryPrimitives.ReadUInt32BigEndian(pdu[12..]);
        switch ((CommandId)command)
        {
            case CommandId.SubmitSm:
                int length = Write(output, CommandId.SubmitSmResp, sequence, IdDigits + 1);
                Span<byte> id = output.Slice(PduHeader.Length, IdDigits);
                (++_lastId).TryFormat(id, out _, "D10", CultureInfo.InvariantCulture);
                output[length - 1] = 0;
                Receipt.CopyTo(output[length..]);
                BinaryPrimitives.WriteUInt32BigEndian(output[(length + 12)..], _lastId);
                id.CopyTo(output[(length + ReceiptId)..]);
                return length + Receipt.Length;
            case CommandId.DeliverSmResp:
                return 0;
            case CommandId.BindTransceiver:
                output[PduHeader.Length] = 0;
                return Write(output, CommandId.BindTransceiverResp, sequence, 1);
            default:
                return Write(output, (CommandId)(command | 0x8000_0000), sequence, 0);
        }
    }

    private static int Write(Span<byte> output, CommandId command, uint sequence, int bodyOctets)
    {
        BinaryPrimitives.WriteInt32BigEndian(output, PduHeader.Length + bodyOctets);
        BinaryPrimitives.WriteUInt32BigEndian(output[4..], (uint)command);
        BinaryPrimitives.WriteUInt32BigEndian(output[8..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(output[12..], sequence);
        return PduHeader.Length + bodyOctets;
    }

    private static byte[] ReceiptTemplate()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        SmsServerSink.ReceiptOf(new string('0', IdDigits)).WriteTo(output);
        return output.WrittenSpan.ToArray();
    }
}
