using System.Runtime.CompilerServices;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Speech.Prompts;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Does every configured language have all its prompts, and are they whole?</summary>
internal sealed class PromptsCheck : ICheck
{
    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var area = texts["check.prompts"];
        var directory = PromptsDirectory.Find(options.Speech);
        if (directory is null)
        {
            yield return new CheckLine(area, CheckStatus.Fail, texts["check.prompts.none"], texts["check.prompts.none.mend"]);
            yield break;
        }

        var catalogue = PromptCatalogue.Load(directory, PromptsDirectory.Own(options.DataDirectory));
        foreach (var problem in catalogue.Problems)
        {
            if (problem.Kind is PromptProblemKind.OwnNameUnknown or PromptProblemKind.OwnFileUnusable)
            {
                // The shipped prompt is played instead, and the problem says its mend itself.
                yield return new CheckLine(area, CheckStatus.Warn, problem.Describe(texts.Culture));
                continue;
            }

            var matters = options.Speech.Languages.Contains(problem.Language, StringComparer.OrdinalIgnoreCase);
            yield return new CheckLine(area, matters ? CheckStatus.Fail : CheckStatus.Warn, problem.Describe(texts.Culture), texts["check.prompts.mend"]);
        }

        foreach (var language in options.Speech.Languages)
        {
            yield return catalogue.Languages.Contains(language, StringComparer.OrdinalIgnoreCase)
                ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.prompts.ok", language, directory))
                : new CheckLine(area, CheckStatus.Fail, texts.Format("check.prompts.language", language, directory), texts["check.prompts.mend"]);
        }
    }
}
