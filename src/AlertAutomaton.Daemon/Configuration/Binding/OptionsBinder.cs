using System.Globalization;
using AlertAutomaton.Daemon.Configuration.Json;
using AlertAutomaton.Daemon.Configuration.Model;
using AlertAutomaton.Daemon.Configuration.Problems;

namespace AlertAutomaton.Daemon.Configuration.Binding;

/// <summary>
/// Fills the options records from the located JSON. What was not written keeps the record's default; what cannot be read is
/// reported at its place and keeps the default too, so that every other problem can still be found.
/// </summary>
internal sealed class OptionsBinder(ProblemCollector problems, PositionMap positions)
{
    public object Bind(Type record, LocatedObject written, string path)
    {
        positions.Remember(path, written.Position);
        var bound = Activator.CreateInstance(record)!;
        var model = OptionsModel.Of(record);
        var seen = new Dictionary<string, LocatedMember>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in written.Members)
        {
            var memberPath = Join(path, member.Name);
            var option = model.FirstOrDefault(known => string.Equals(known.Name, member.Name, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                ReportUnknown(member, memberPath, model);
                continue;
            }

            if (!seen.TryAdd(member.Name, member))
            {
                problems.Error("duplicate-key", memberPath, member.NamePosition, seen[member.Name].NamePosition.Line);
            }

            BindMember(bound, option, member, Join(path, option.Name));
        }

        return bound;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void ReportUnknown(LocatedMember member, string path, IReadOnlyList<OptionDescription> model)
    {
        // "$schema" lets editors find the schema beside the file; it configures nothing.
        if (string.Equals(member.Name, "$schema", StringComparison.Ordinal))
        {
            return;
        }

        var names = model.Select(option => option.Name).ToList();
        if (NearestName.Find(member.Name, names) is { } meant)
        {
            problems.Error("unknown-key-near", path, member.NamePosition, member.Name, meant);
        }
        else
        {
            problems.Error("unknown-key", path, member.NamePosition, member.Name, string.Join(", ", names));
        }
    }

    private void BindMember(object bound, OptionDescription option, LocatedMember member, string path)
    {
        positions.Remember(path, member.Value.Position);
        object? value = option.Kind switch
        {
            OptionKind.Section => BindSection(option, member.Value, path),
            OptionKind.SectionList => BindSections(option, member.Value, path),
            OptionKind.TextList => BindTexts(option, member.Value, path),
            OptionKind.NumberList => BindNumbers(option, member.Value, path),
            OptionKind.TextByName => BindNamedTexts(member.Value, path),
            _ => BindScalar(option, member.Value, path),
        };
        if (value is not null)
        {
            option.Property.SetValue(bound, value);
        }
    }

    private object? BindSection(OptionDescription option, LocatedNode node, string path)
    {
        if (node is LocatedObject section)
        {
            return Bind(option.SectionType!, section, path);
        }

        problems.Error("wrong-type-section", path, node.Position, option.Name);
        return null;
    }

    private Array? BindSections(OptionDescription option, LocatedNode node, string path)
    {
        if (node is not LocatedArray array)
        {
            problems.Error("wrong-type-list", path, node.Position, option.Name);
            return null;
        }

        var items = Array.CreateInstance(option.SectionType!, array.Items.Count);
        for (var i = 0; i < array.Items.Count; i++)
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            var item = array.Items[i] as LocatedObject;
            if (item is null)
            {
                problems.Error("wrong-type-section", itemPath, array.Items[i].Position, option.Name);
            }

            items.SetValue(item is null ? Activator.CreateInstance(option.SectionType!) : Bind(option.SectionType!, item, itemPath), i);
        }

        return items;
    }

    private List<string>? BindTexts(OptionDescription option, LocatedNode node, string path)
    {
        // One environment variable may give a whole list: values apart by commas.
        if (node is LocatedScalar { Kind: ScalarKind.Untyped } untyped)
        {
            var split = untyped.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return [.. split.Select((text, i) => Canonical(option, text, untyped.Position, $"{path}[{i}]"))];
        }

        if (node is not LocatedArray array)
        {
            problems.Error("wrong-type-list", path, node.Position, option.Name);
            return null;
        }

        var texts = new List<string>(array.Items.Count);
        for (var i = 0; i < array.Items.Count; i++)
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            positions.Remember(itemPath, array.Items[i].Position);
            if (array.Items[i] is LocatedScalar { Kind: ScalarKind.Text or ScalarKind.Untyped } text)
            {
                texts.Add(Canonical(option, text.Text, text.Position, itemPath));
            }
            else
            {
                problems.Error("wrong-type-text", itemPath, array.Items[i].Position, option.Name);
            }
        }

        return texts;
    }

    private List<double>? BindNumbers(OptionDescription option, LocatedNode node, string path)
    {
        if (node is not LocatedArray array)
        {
            problems.Error("wrong-type-list", path, node.Position, option.Name);
            return null;
        }

        var numbers = new List<double>(array.Items.Count);
        for (var i = 0; i < array.Items.Count; i++)
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            positions.Remember(itemPath, array.Items[i].Position);
            var scalar = array.Items[i] as LocatedScalar;
            if (!IsNumeric(scalar) || !double.TryParse(scalar!.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                problems.Error("wrong-type-number", itemPath, array.Items[i].Position, option.Name);
            }
            else if (InRange(option, number, scalar, itemPath))
            {
                numbers.Add(number);
            }
        }

        // One number at fault is reported once; an empty list would be reported again as one without any.
        return numbers.Count == 0 && array.Items.Count > 0 ? null : numbers;
    }

    private Dictionary<string, string>? BindNamedTexts(LocatedNode node, string path)
    {
        if (node is not LocatedObject section)
        {
            problems.Error("wrong-type-section", path, node.Position, path);
            return null;
        }

        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in section.Members)
        {
            var memberPath = Join(path, member.Name);
            positions.Remember(memberPath, member.Value.Position);
            if (member.Value is not LocatedScalar { Kind: ScalarKind.Text or ScalarKind.Untyped } text)
            {
                problems.Error("wrong-type-text", memberPath, member.Value.Position, member.Name);
            }
            else if (!texts.TryAdd(member.Name, text.Text))
            {
                problems.Error("duplicate-key", memberPath, member.NamePosition, member.NamePosition.Line);
            }
        }

        return texts;
    }

    private object? BindScalar(OptionDescription option, LocatedNode node, string path)
    {
        var scalar = node as LocatedScalar;
        switch (option.Kind)
        {
            case OptionKind.Text when scalar is { Kind: ScalarKind.Text or ScalarKind.Untyped }:
                return Canonical(option, scalar.Text, scalar.Position, path);
            case OptionKind.Boolean when scalar is { Kind: ScalarKind.Boolean or ScalarKind.Untyped } && bool.TryParse(scalar.Text, out var flag):
                return flag;
            case OptionKind.Integer when IsNumeric(scalar)
                && int.TryParse(scalar!.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return InRange(option, whole, scalar, path) ? whole : null;
            case OptionKind.Number when IsNumeric(scalar)
                && double.TryParse(scalar!.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return InRange(option, number, scalar, path) ? number : null;
            default:
                var code = option.Kind switch
                {
                    OptionKind.Boolean => "wrong-type-boolean",
                    OptionKind.Integer => "wrong-type-integer",
                    OptionKind.Number => "wrong-type-number",
                    _ => "wrong-type-text",
                };
                problems.Error(code, path, node.Position, option.Name);
                return null;
        }
    }

    private static bool IsNumeric(LocatedScalar? scalar) => scalar is { Kind: ScalarKind.Number or ScalarKind.Untyped };

    private bool InRange(OptionDescription option, double value, LocatedScalar scalar, string path)
    {
        if (option.Range is not { } range)
        {
            return true;
        }

        var least = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
        var most = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        if (value >= least && value <= most)
        {
            return true;
        }

        problems.Error("out-of-range", path, scalar.Position, option.Name, scalar.Text, least, most);
        return false;
    }

    private string Canonical(OptionDescription option, string text, SourcePosition position, string path)
    {
        if (option.Allowed.Count == 0)
        {
            return text;
        }

        var known = option.Allowed.FirstOrDefault(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return known;
        }

        problems.Error("not-allowed", path, position, option.Name, text, string.Join(", ", option.Allowed.Where(value => value.Length > 0)));
        return text;
    }
}
