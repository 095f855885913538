using System.Runtime.CompilerServices;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Speech.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Which synthesiser can speak which language now? None is a failure only for texts: recordings always work.</summary>
internal sealed class SpeechCheck(TimeProvider time, bool offline) : ICheck
{
    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        var area = texts["check.speech"];
        var mapped = SpeechMapping.Map(options.Speech, options.DataDirectory);
        using var speech = SpeechService.Create(offline ? mapped with { HttpVoices = [] } : mapped, time, NullLoggerFactory.Instance);
        var found = await speech.CheckAsync(options.Speech.Languages, cancel);
        foreach (var language in options.Speech.Languages)
        {
            var able = found.FirstOrDefault(one => one.IsAvailable && string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase));
            if (able is not null)
            {
                yield return new CheckLine(area, CheckStatus.Ok, texts.Format("check.speech.ok", language, able.Synthesizer));
                continue;
            }

            var reasons = found.Where(one => string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase) && one.Fault is not null)
                .Select(one => one.Fault!.Describe(texts.Culture));
            yield return new CheckLine(area, CheckStatus.Warn, texts.Format("check.speech.none", language, string.Join(" ", reasons)), texts["check.speech.mend"]);
        }
    }
}
