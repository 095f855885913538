using AlertAutomaton.Contracts.Problems;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>Gathers the fields at fault in an order, up to a bound: a hostile order could have millions.</summary>
internal sealed class FieldProblems(OperatorTexts texts)
{
    private const int Most = 100;
    private const int LongestEcho = 80;

    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> All => _problems;

    public bool IsFull => _problems.Count >= Most;

    public void Add(string pointer, string key, params ReadOnlySpan<object?> arguments)
    {
        if (!IsFull)
        {
            _problems.Add(new FieldProblem(pointer, texts.Format("order." + key, Shortened(arguments))));
        }
    }

    public void AddText(string pointer, string text)
    {
        if (!IsFull)
        {
            _problems.Add(new FieldProblem(pointer, text));
        }
    }

    // An answer must not grow with what a hostile order says in a field.
    private static object?[] Shortened(ReadOnlySpan<object?> arguments)
    {
        var shortened = arguments.ToArray();
        for (var i = 0; i < shortened.Length; i++)
        {
            if (shortened[i] is string { Length: > LongestEcho } text)
            {
                shortened[i] = string.Concat(text.AsSpan(0, LongestEcho), "…");
            }
        }

        return shortened;
    }
}
