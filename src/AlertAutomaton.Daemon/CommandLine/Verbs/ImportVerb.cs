using System.CommandLine;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary>
/// <c>import FILE</c>: checks a contacts file row by row. This version has no register to import into and says so; the check is what
/// <c>send</c> does before it launches.
/// </summary>
internal static class ImportVerb
{
    public static Command Build(VerbSupport support)
    {
        var file = new Argument<string>("file") { Description = support.Texts["cli.import.file"] };
        var country = new Option<string>("--country") { Description = support.Texts["cli.import.country"], DefaultValueFactory = _ => "FR" };
        var clean = new Option<string?>("--clean") { Description = support.Texts["cli.import.clean"], HelpName = "FILE" };
        var command = new Command("import", support.Texts["cli.import"]) { file, country, clean };
        support.Run(command, (context, parsed, _) => Task.FromResult(Run(
            context, parsed.GetValue(file)!, CommandContext.Value(parsed, country), parsed.GetValue(clean))));
        return command;
    }

    private static int Run(CommandContext context, string file, string country, string? clean)
    {
        var (reading, reports) = ContactsLoading.Load(context, file, country, ["fr", "en"]);
        if (clean is not null)
        {
            using var output = new StreamWriter(clean, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Contacts.ContactsWriter.Write(output, reading.Contacts);
        }

        if (context.Json)
        {
            context.WriteJson(new
            {
                rows = reading.Rows,
                taken = reading.Contacts.Count,
                encoding = reading.Encoding,
                imported = false,
                note = context.Texts["cli.import.no-register"],
                problems = reports,
            });
        }
        else
        {
            var errors = reports.Count(report => report.Severity is "error");
            context.Say("cli.import.result", reading.Rows, reading.Contacts.Count, errors, reports.Count - errors, reading.Encoding);
            context.Say("cli.import.no-register");
        }

        return reading.IsComplete ? ExitCode.Success : ExitCode.InvalidInput;
    }
}
