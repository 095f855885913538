using System.Text.Json;
using System.Text.Json.Nodes;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Sending;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Contacts;

namespace AlertAutomaton.Daemon.CommandLine.Phones;

/// <summary>Reads a file of groups and scenarios; where an entry names a contacts file beside it, its households stand in that one's place.</summary>
internal static class ScenarioFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The groups and scenarios, or null after what is wrong was said.</summary>
    public static ScenarioImportRequest? Read(CommandContext context, DaemonOptions options, string file)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient) is not JsonObject root)
            {
                context.Fail(ExitCode.InvalidInput, "cli.scenarios.not-json", file, "{ }");
                return null;
            }

            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var entries = Entries(root, "groups").Concat(Entries(root, "scenarios")).Where(entry => entry.ContainsKey("contacts"));
            return entries.ToList().TrueForAll(entry => TakeContacts(context, options, folder, entry)) ? root.Deserialize<ScenarioImportRequest>(Strict) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            context.Fail(ExitCode.InvalidInput, "cli.scenarios.not-json", file, broken.Message);
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            context.Fail(ExitCode.InvalidInput, "cli.scenarios.unreadable", file, unreadable.Message);
            return null;
        }
    }

    private static IEnumerable<JsonObject> Entries(JsonObject root, string name) => root[name] is JsonArray entries ? entries.OfType<JsonObject>() : [];

    private static bool TakeContacts(CommandContext context, DaemonOptions options, string folder, JsonObject entry)
    {
        var contacts = Path.Combine(folder, entry["contacts"]!.GetValue<string>());
        var (reading, reports) = ContactsLoading.Load(context, contacts, options.Organisation.Country, options.Speech.Languages);
        if (reports.Any(report => report.Severity is "error"))
        {
            context.Fail(ExitCode.InvalidInput, "cli.scenarios.contacts", contacts);
            return false;
        }

        entry.Remove("contacts");
        var households = entry["recipients"] as JsonArray ?? [];
        foreach (ImportedContact contact in reading.Contacts)
        {
            households.Add(JsonSerializer.SerializeToNode(OrderBuilder.RecipientOf(contact), Strict));
        }

        entry["recipients"] = households.DeepClone();
        return true;
    }
}
