using System.CommandLine;
using System.Text.Json;
using AlertAutomaton.Daemon.Texts;
using Spectre.Console;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>One running command: its surroundings, the operator's language, and whether a machine reads the answer.</summary>
internal sealed class CommandContext
{
    public CommandContext(CommandSurroundings surroundings, OperatorTexts texts, bool json)
    {
        Surroundings = surroundings;
        Texts = texts;
        Json = json;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = surroundings.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = surroundings.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(surroundings.Out),
        });
        if (!surroundings.IsTerminal)
        {
            // Without a terminal there is no width: tables must not be cut for a log or a pipe.
            Console.Profile.Width = 160;
        }
    }

    public CommandSurroundings Surroundings { get; }

    public OperatorTexts Texts { get; }

    public bool Json { get; }

    public IAnsiConsole Console { get; }

    public TextWriter Out => Surroundings.Out;

    public TextWriter Error => Surroundings.Error;

    public TimeProvider Time => Surroundings.Time;

    /// <summary>Writes a line for a person; nothing when a machine reads.</summary>
    public void Say(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!Json)
        {
            Out.WriteLine(Texts.Format(key, arguments));
        }
    }

    /// <summary>Writes one JSON document for a machine.</summary>
    public void WriteJson<T>(T document) => Out.WriteLine(JsonSerializer.Serialize(document, JsonOutput.Options));

    /// <summary>Says what went wrong, for a person on the error stream and for a machine as a document with one <c>error</c>.</summary>
    public int Fail(int exitCode, string key, params ReadOnlySpan<object?> arguments) => FailWith(exitCode, Texts.Format(key, arguments));

    /// <summary>Like <see cref="Fail"/>, with a text that is already in the operator's language.</summary>
    public int FailWith(int exitCode, string message)
    {
        if (Json)
        {
            WriteJson(new { error = message });
        }

        Error.WriteLine(message);
        return exitCode;
    }

    /// <summary>Value of an option that has a default.</summary>
    public static T Value<T>(ParseResult parsed, Option<T> option) => parsed.GetValue(option)!;
}
