using System.CommandLine;
using AlertAutomaton.Daemon.Configuration.Documentation;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>config-write DIRECTORY</c>, hidden: writes the sample configuration and its schema again after the options changed.</summary>
internal static class ConfigWriteVerb
{
    public static Command Build(VerbSupport support)
    {
        var directory = new Argument<string>("directory");
        var command = new Command("config-write", support.Texts["cli.config-write"]) { directory };
        command.Hidden = true;
        support.Run(command, async (context, parsed, cancel) =>
        {
            var folder = Directory.CreateDirectory(parsed.GetValue(directory)!).FullName;
            var summaries = OptionSummaries.Load();
            await File.WriteAllTextAsync(Path.Combine(folder, "alertautomaton.json"), SampleWriter.Write(summaries), cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "alertautomaton.schema.json"), SchemaWriter.Write(summaries), cancel);
            context.Say("cli.config-write.done", folder);
            return ExitCode.Success;
        });
        return command;
    }
}
