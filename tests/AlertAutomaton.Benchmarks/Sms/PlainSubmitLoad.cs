using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Benchmarks.Measure;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>The baseline that shows where a sink tops out: one thread that writes the same submit_sm again for each response that it sees.</summary>
internal static class PlainSubmitLoad
{
    private static readonly byte[] ReceiptAnswer = [0, 0, 0, 17, 0x80, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static SmsLoad Run(int port, int window, int messages)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var output = new ArrayBufferWriter<byte>();
        new BindTransceiver(SequenceNumber.First) { SystemId = "mairie", Password = "secret" }.WriteTo(output);
        socket.Send(output.WrittenSpan);
        byte[] input = new byte[256 * 1024];
        socket.Receive(input);
        output.ResetWrittenCount();
        SmsClientLoad.Submit.WriteTo(output);
        byte[] submit = output.WrittenSpan.ToArray();
        byte[] batch = new byte[512 * 1024];
        var meter = new CpuMeter();
        int submitted = 0;
        int answered = 0;
        int receipts = 0;
        int held = 0;
        int due = window;
        int written = 0;
        while (answered < messages || receipts < messages)
        {
            for (; due > 0 && submitted < messages; due--)
            {
                submit.CopyTo(batch, written);
                BinaryPrimitives.WriteInt32BigEndian(batch.AsSpan(written + 12), ++submitted + 1);
                written += submit.Length;
            }

            socket.Send(batch.AsSpan(0, written));
            held += socket.Receive(input.AsSpan(held));
            int start = 0;
            written = 0;
            while (held - start >= PduHeader.Length && BinaryPrimitives.ReadInt32BigEndian(input.AsSpan(start)) is var length && held - start >= length)
            {
                if ((CommandId)BinaryPrimitives.ReadUInt32BigEndian(input.AsSpan(start + 4)) == CommandId.SubmitSmResp)
                {
                    answered++;
                    due++;
                }
                else
                {
                    receipts++;
                    ReceiptAnswer.CopyTo(batch, written);
                    input.AsSpan(start + 12, 4).CopyTo(batch.AsSpan(written + 12));
                    written += ReceiptAnswer.Length;
                }

                start += length;
            }

            input.AsSpan(start, held - start).CopyTo(input);
            held -= start;
        }

        return new SmsLoad(messages / meter.Elapsed.TotalSeconds, meter.Used.TotalMicroseconds / messages, 0);
    }
}
