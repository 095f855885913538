using System.CommandLine;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Options that every verb has.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions(OperatorTexts texts)
    {
        Json = new Option<bool>("--json") { Description = texts["cli.option.json"], Recursive = true };
        Language = new Option<string?>("--lang") { Description = texts["cli.option.lang"], HelpName = "fr|en", Recursive = true };
    }

    public Option<bool> Json { get; }

    public Option<string?> Language { get; }
}
