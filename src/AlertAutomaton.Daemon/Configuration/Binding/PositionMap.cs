using AlertAutomaton.Daemon.Configuration.Json;

namespace AlertAutomaton.Daemon.Configuration.Binding;

/// <summary>Where each option was written, by its path.</summary>
internal sealed class PositionMap(string source)
{
    private readonly Dictionary<string, SourcePosition> _positions = new(StringComparer.OrdinalIgnoreCase);

    public void Remember(string path, SourcePosition position) => _positions[path] = position;

    /// <summary>The position of the option or, when it was not written, of the nearest section around it.</summary>
    public SourcePosition Of(string path)
    {
        for (var at = path; ; at = Parent(at))
        {
            if (_positions.TryGetValue(at, out var position))
            {
                return position;
            }

            if (at.Length == 0)
            {
                return new SourcePosition(source, 1, 1);
            }
        }
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
}
