using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using AlertAutomaton.Daemon.CommandLine.Verbs;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>The command line <c>alertautomaton</c>: verbs, their help, and what happens to errors nobody foresaw.</summary>
internal static class CommandLineRoot
{
    public static async Task<int> RunAsync(string[] arguments, CommandSurroundings surroundings)
    {
        var culture = OperatorLanguage.Choose(AskedLanguage(arguments), name => surroundings.Environment.GetValueOrDefault(name));
        CultureInfo.CurrentUICulture = culture;
        var texts = new OperatorTexts(culture);
        var parsed = Build(surroundings, texts).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await surroundings.Error.WriteLineAsync(error.Message);
            }

            await surroundings.Error.WriteLineAsync(texts.Format("cli.usage-hint", parsed.CommandResult.Command.Name));
            return ExitCode.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, CancellationToken.None);
        }
        catch (OperationCanceledException) when (surroundings.Interrupts.First.IsCancellationRequested)
        {
            return ExitCode.Incomplete;
        }
        catch (Exception fault)
        {
            // The operator gets a sentence; the stack goes where the developer finds it.
            var file = CrashFile.Write(fault, surroundings.Time);
            await surroundings.Error.WriteLineAsync(texts.Format("cli.fault", fault.Message, file));
            return ExitCode.Fault;
        }
    }

    internal static RootCommand Build(CommandSurroundings surroundings, OperatorTexts texts)
    {
        var global = new GlobalOptions(texts);
        var support = new VerbSupport(surroundings, texts, global);
        var root = new RootCommand(texts["cli.root"])
        {
            DemoVerb.Build(support),
            RunVerb.Build(support),
            CheckVerb.Build(support),
            SendVerb.Build(support),
            StatusVerb.Build(support),
            AlertsVerb.Build(support),
            UsageVerb.Build(support),
            SchedulesVerb.Build(support),
            OperatorsVerb.Build(support),
            ScenariosVerb.Build(support),
            CallbacksVerb.Build(support),
            DutyVerb.Build(support),
            VerifyVerb.Build(support),
            ImportVerb.Build(support),
            PromptsVerb.Build(support),
            LabVerb.Build(support),
            ConfigWriteVerb.Build(support),
        };
        root.Add(global.Json);
        root.Add(global.Language);
        return root;
    }

    private static string? AskedLanguage(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
            {
                return arguments[i]["--lang=".Length..];
            }

            if (arguments[i] is "--lang" && i + 1 < arguments.Length)
            {
                return arguments[i + 1];
            }
        }

        return null;
    }
}
