using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Json;

namespace AlertAutomaton.Daemon.Configuration.Binding;

/// <summary>
/// Lays environment variables over the file: <c>ALERTAUTOMATON__Sip__Trunks__0__Password</c> sets <c>Sip.Trunks[0].Password</c>.
/// A list item beyond the end of the file's list is appended at the next free place.
/// </summary>
internal static class EnvironmentOverrides
{
    public const string Prefix = "ALERTAUTOMATON__";

    public static LocatedObject Apply(LocatedObject root, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var overrides = environment
            .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && pair.Key.Length > Prefix.Length)
            .OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in overrides)
        {
            var path = name[Prefix.Length..].Split("__", StringSplitOptions.None);
            var written = new LocatedScalar(new SourcePosition(name, 0, 0), ScalarKind.Untyped, value);
            root = (LocatedObject)Lay(root, path, written);
        }

        return root;
    }

    private static LocatedNode Lay(LocatedNode? under, ReadOnlySpan<string> path, LocatedScalar value)
    {
        if (path.Length == 0)
        {
            return value;
        }

        if (int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            var items = under is LocatedArray array ? array.Items.ToList() : [];
            if (index < items.Count)
            {
                items[index] = Lay(items[index], path[1..], value);
            }
            else
            {
                items.Add(Lay(null, path[1..], value));
            }

            return new LocatedArray(under?.Position ?? value.Position, items);
        }

        var members = under is LocatedObject found ? found.Members.ToList() : [];
        var at = FindLast(members, path[0]);
        if (at >= 0)
        {
            members[at] = members[at] with { Value = Lay(members[at].Value, path[1..], value) };
        }
        else
        {
            members.Add(new LocatedMember(path[0], value.Position, Lay(null, path[1..], value)));
        }

        return new LocatedObject(under?.Position ?? value.Position, members);
    }

    private static int FindLast(List<LocatedMember> members, string name) =>
        members.FindLastIndex(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
}
