using System.CommandLine;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>What verbs are built with: the texts for their help and the way to give them a body.</summary>
internal sealed class VerbSupport(CommandSurroundings surroundings, OperatorTexts texts, GlobalOptions global)
{
    public OperatorTexts Texts { get; } = texts;

    /// <summary>Gives the command its body.</summary>
    public void Run(Command command, Func<CommandContext, ParseResult, CancellationToken, Task<int>> body) =>
        command.SetAction((parsed, cancel) =>
        {
            var context = new CommandContext(surroundings, Texts, parsed.GetValue(global.Json));
            return body(context, parsed, cancel);
        });

    public Option<string> Config(bool required = false) => new("--config")
    {
        Description = Texts["cli.option.config"],
        HelpName = "FILE",
        Required = required,
        DefaultValueFactory = required ? null : _ => "config/alertautomaton.json",
    };

    public Option<string?> Url() => new("--url") { Description = Texts["cli.option.url"], HelpName = "URL" };
}
