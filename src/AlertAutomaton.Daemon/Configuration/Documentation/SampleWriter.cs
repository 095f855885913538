using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlertAutomaton.Daemon.Configuration.Model;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Documentation;

/// <summary>Writes the sample configuration: every option with its default, its range and what it is for.</summary>
internal sealed class SampleWriter(OptionSummaries summaries)
{
    private const int CommentWidth = 116;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();

    public static string Write(OptionSummaries summaries)
    {
        var writer = new SampleWriter(summaries);
        writer._text.Append("// Configuration of AlertAutomaton. Every option stands here with its default; delete what you do not change.\n");
        writer._text.Append("// An environment variable overrides an option: ALERTAUTOMATON__Sip__Trunks__0__Password sets Sip.Trunks[0].Password.\n");
        writer._text.Append("{\n  \"$schema\": \"./alertautomaton.schema.json\",\n");
        writer.Members(new DaemonOptions(), "  ");
        writer._text.Append("}\n");
        return writer._text.ToString();
    }

    private void Members(object section, string indent)
    {
        foreach (var option in OptionsModel.Of(section.GetType()))
        {
            _text.Append('\n');
            Comment(summaries.Of(option.Property) + Limits(option), indent);
            _text.Append(indent).Append('"').Append(option.Name).Append("\": ");
            Value(option, option.Property.GetValue(section)!, indent);
            _text.Append(",\n");
        }
    }

    private void Value(OptionDescription option, object value, string indent)
    {
        switch (option.Kind)
        {
            case OptionKind.Section:
                _text.Append("{\n");
                Members(value, indent + "  ");
                _text.Append(indent).Append('}');
                break;
            case OptionKind.SectionList:
                _text.Append("[\n");
                CommentedItem(option.SectionType!, indent + "  // ");
                _text.Append(indent).Append(']');
                break;
            case OptionKind.TextList:
                _text.Append('[').AppendJoin(", ", ((IEnumerable)value).Cast<string>().Select(Json)).Append(']');
                break;
            case OptionKind.NumberList:
                _text.Append('[').AppendJoin(", ", ((IEnumerable<double>)value).Select(number => number.ToString(CultureInfo.InvariantCulture))).Append(']');
                break;
            case OptionKind.TextByName:
                _text.Append("{}");
                break;
            case OptionKind.Text:
                _text.Append(Json((string)value));
                break;
            case OptionKind.Boolean:
                _text.Append((bool)value ? "true" : "false");
                break;
            default:
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    // The item is shown commented out: a trunk that does not exist would be rung in vain.
    private void CommentedItem(Type section, string indent)
    {
        _text.Append(indent).Append("{\n");
        var start = _text.Length;
        Members(Activator.CreateInstance(section)!, "  ");
        var lines = _text.ToString(start, _text.Length - start).TrimEnd('\n').Split('\n');
        _text.Length = start;
        foreach (var line in lines)
        {
            _text.Append((indent + line).TrimEnd()).Append('\n');
        }

        _text.Append(indent).Append("},\n");
    }

    private void Comment(string text, string indent)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > CommentWidth - indent.Length)
            {
                _text.Append(indent).Append("//").Append(line).Append('\n');
                line.Clear();
            }

            line.Append(' ').Append(word);
        }

        _text.Append(indent).Append("//").Append(line).Append('\n');
    }

    private static string Limits(OptionDescription option)
    {
        if (option.Range is { } range)
        {
            return string.Create(CultureInfo.InvariantCulture, $" ({range.Minimum} to {range.Maximum})");
        }

        return option.Allowed.Count == 0 ? "" : $" ({string.Join(", ", option.Allowed.Where(value => value.Length > 0))})";
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, Plain);
}
