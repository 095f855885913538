using System.Collections;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>Some of the lines of a mail, without copying them.</summary>
internal sealed class LineRange(IReadOnlyList<string> lines, int begin, int end) : IReadOnlyList<string>
{
    public int Count => end - begin;

    public string this[int index] => lines[begin + index];

    public LineRange Slice(int from, int to) => new(lines, begin + from, begin + to);

    public string Join() => string.Join('\n', this);

    public IEnumerator<string> GetEnumerator()
    {
        for (int index = begin; index < end; index++)
        {
            yield return lines[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
