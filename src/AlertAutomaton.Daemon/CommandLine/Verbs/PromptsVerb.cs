using System.CommandLine;
using AlertAutomaton.Speech.Processes;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>prompts render DIRECTORY</c>: speaks the prompts of a language's manifest again.</summary>
internal static class PromptsVerb
{
    public static Command Build(VerbSupport support)
    {
        var directory = new Argument<string>("directory") { Description = support.Texts["cli.prompts.directory"] };
        var render = new Command("render", support.Texts["cli.prompts.render"]) { directory };
        support.Run(render, (context, parsed, cancel) => RenderAsync(context, parsed.GetValue(directory)!, cancel));
        return new Command("prompts", support.Texts["cli.prompts"]) { render };
    }

    private static async Task<int> RenderAsync(CommandContext context, string directory, CancellationToken cancel)
    {
        var folders = Directory.Exists(directory)
            ? Directory.GetDirectories(directory).Where(folder => File.Exists(Path.Combine(folder, "manifest.json"))).Order(StringComparer.Ordinal).ToList()
            : [];
        if (folders.Count == 0)
        {
            return context.Fail(ExitCode.InvalidInput, "cli.prompts.none", directory);
        }

        // Pico is the clearest free voice on a phone; nothing else may speak the shipped prompts unnoticed.
        var renderer = new PromptRenderer(new PicoSynthesizer(new PicoOptions(), context.Time));
        var rendered = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var result = await renderer.RenderAsync(folder, cancel);
            if (result.Problem is { } problem)
            {
                return context.FailWith(ExitCode.Unavailable, problem.Describe(context.Texts.Culture));
            }

            rendered[Path.GetFileName(folder)] = result.Rendered;
            context.Say("cli.prompts.rendered", result.Rendered.Count, folder);
        }

        if (context.Json)
        {
            context.WriteJson(new { rendered });
        }

        return ExitCode.Success;
    }
}
