using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AlertAutomaton.Storage.Verification;

/// <summary>Reads the lines of a stream without ever holding more than one line of a bounded length.</summary>
internal static class BoundedLines
{
    /// <summary>The lines without their line feeds; a last null says that a line was too long, and ends the reading.</summary>
    public static async IAsyncEnumerable<byte[]?> ReadAsync(Stream stream, int longest, [EnumeratorCancellation] CancellationToken ct)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 65_536, leaveOpen: true));
        try
        {
            while (true)
            {
                ReadResult read = await reader.ReadAsync(ct);
                ReadOnlySequence<byte> buffer = read.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    yield return buffer.Slice(0, end).ToArray();
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (buffer.Length > longest)
                {
                    yield return null;
                    yield break;
                }

                if (read.IsCompleted)
                {
                    if (!buffer.IsEmpty)
                    {
                        yield return buffer.ToArray();
                    }

                    yield break;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }
}
