using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlertAutomaton.Daemon.Configuration.Model;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Configuration.Documentation;

/// <summary>Writes the JSON schema (draft 2020-12) of the configuration, so that editors complete and check it.</summary>
internal sealed class SchemaWriter(OptionSummaries summaries)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(OptionSummaries summaries)
    {
        var root = new SchemaWriter(summaries).Section(typeof(DaemonOptions), new DaemonOptions());
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "AlertAutomaton");
        ((JsonObject)root["properties"]!).Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        return root.ToJsonString(Indented) + "\n";
    }

    private JsonObject Section(Type record, object defaults)
    {
        var properties = new JsonObject();
        foreach (var option in OptionsModel.Of(record))
        {
            properties[option.Name] = Property(option, defaults);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private JsonObject Property(OptionDescription option, object defaults)
    {
        var value = option.Property.GetValue(defaults);
        var schema = option.Kind switch
        {
            OptionKind.Section => Section(option.SectionType!, value!),
            OptionKind.SectionList => new JsonObject
            {
                ["type"] = "array",
                ["items"] = Section(option.SectionType!, Activator.CreateInstance(option.SectionType!)!),
            },
            OptionKind.TextList => new JsonObject { ["type"] = "array", ["items"] = Text(option) },
            OptionKind.NumberList => new JsonObject { ["type"] = "array", ["items"] = Ranged(option, "number") },
            OptionKind.TextByName => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } },
            OptionKind.Boolean => new JsonObject { ["type"] = "boolean" },
            OptionKind.Integer => Ranged(option, "integer"),
            OptionKind.Number => Ranged(option, "number"),
            _ => Text(option),
        };
        schema["description"] = summaries.Of(option.Property);
        if (option.Kind is not (OptionKind.Section or OptionKind.SectionList))
        {
            schema["default"] = JsonSerializer.SerializeToNode(value);
        }

        return schema;
    }

    private static JsonObject Text(OptionDescription option)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (option.Allowed.Count > 0)
        {
            schema["enum"] = new JsonArray([.. option.Allowed.Select(value => (JsonNode)value)]);
        }

        return schema;
    }

    private static JsonObject Ranged(OptionDescription option, string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (option.Range is { } range)
        {
            schema["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
            schema["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
        }

        return schema;
    }
}
