using System.Xml.Linq;

namespace AlertAutomaton.Architecture.Tests;

/// <summary>Holds the project files to the table of levels in docs/architecture.md.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Sip"] = [],
        ["Media"] = [],
        ["Smpp"] = [],
        ["Contracts"] = [],
        ["Telephony"] = ["Sip", "Media"],
        ["Speech"] = ["Media"],
        ["Alerting"] = [],
        ["Channels"] = ["Alerting", "Telephony", "Smpp", "Speech"],
        ["VoiceServer"] = ["Alerting", "Telephony", "Speech"],
        ["Storage"] = ["Alerting"],
        ["Lab"] = ["Sip", "Media", "Smpp", "Telephony"],
        ["Daemon"] =
        [
            "Sip", "Media", "Smpp", "Contracts", "Telephony", "Speech", "Alerting", "Channels", "VoiceServer", "Storage", "Lab",
        ],
        ["Tray"] = ["Contracts"],
    };

    public static TheoryData<string> Projects()
    {
        var data = new TheoryData<string>();
        foreach (string folder in Directory.EnumerateDirectories(Path.Combine(RepositoryTree.Root, "src")).Order(StringComparer.Ordinal))
        {
            if (Directory.EnumerateFiles(folder, "*.csproj").Any())
            {
                data.Add(Path.GetFileName(folder)["AlertAutomaton.".Length..]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_rooms_below_it(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out string[]? allowed), $"src/AlertAutomaton.{project} is not in the table of levels.");
        XDocument file = XDocument.Parse(RepositoryTree.Read($"src/AlertAutomaton.{project}/AlertAutomaton.{project}.csproj"));
        string[] foreign = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => name["AlertAutomaton.".Length..])
            .Except(allowed!, StringComparer.Ordinal)
            .ToArray();
        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_library_that_has_code_has_a_test_project()
    {
        string[] missing = Projects()
            .Select(row => row.Data)
            .Where(project => project != "Contracts")
            .Where(project => !Directory.Exists(Path.Combine(RepositoryTree.Root, "tests", $"AlertAutomaton.{project}.Tests")))
            .ToArray();
        Assert.Empty(missing);
    }
}
