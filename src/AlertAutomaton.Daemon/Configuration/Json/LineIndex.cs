using System.Text;

namespace AlertAutomaton.Daemon.Configuration.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns as an editor counts them.</summary>
internal sealed class LineIndex
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly List<int> _starts = [0];
    private readonly string _source;

    public LineIndex(string source, ReadOnlyMemory<byte> utf8)
    {
        _source = source;
        _utf8 = utf8;
        var bytes = utf8.Span;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    public SourcePosition PositionOf(long offset)
    {
        var at = (int)Math.Min(offset, _utf8.Length);
        var found = _starts.BinarySearch(at);
        var line = found >= 0 ? found : ~found - 1;
        var start = _starts[line];
        return new SourcePosition(_source, line + 1, Encoding.UTF8.GetCharCount(_utf8.Span[start..at]) + 1);
    }

    public SourcePosition PositionOf(long line, long bytesIntoLine) =>
        PositionOf(_starts[(int)Math.Clamp(line, 0, _starts.Count - 1)] + Math.Max(0, bytesIntoLine));
}
