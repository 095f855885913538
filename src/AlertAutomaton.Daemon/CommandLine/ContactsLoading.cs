using AlertAutomaton.Daemon.Configuration.Problems;
using AlertAutomaton.Daemon.Contacts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Reads a contacts file for a verb and lists what is wrong with it.</summary>
internal static class ContactsLoading
{
    /// <summary>The reading, with every problem written to the error stream and kept for machines.</summary>
    public static (ContactsReading Reading, IReadOnlyList<ProblemReport> Reports) Load(
        CommandContext context, string file, string country, IReadOnlyList<string> languages)
    {
        var reading = ReadFile(file, country, languages);
        var reports = reading.Problems.Select(problem => ProblemReport.Of(problem, file, context.Texts)).ToList();
        foreach (var report in reports)
        {
            context.Error.WriteLine(report.ToLine(context.Texts));
        }

        return (reading, reports);
    }

    private static ContactsReading ReadFile(string file, string country, IReadOnlyList<string> languages)
    {
        try
        {
            var info = new FileInfo(file);
            return info is { Exists: true, Length: > ContactsReader.MaxFileBytes }
                ? Refused("file-too-large", file, ContactsReader.MaxFileBytes)
                : ContactsReader.Read(File.ReadAllBytes(file), country, languages);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused("file-missing", file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refused("file-unreadable", file, unreadable.Message);
        }
    }

    private static ContactsReading Refused(string code, string file, params IReadOnlyList<object> arguments) => new()
    {
        Rows = 0,
        Contacts = [],
        Problems = [new ContactProblem(ProblemSeverity.Error, code, 0, 0, [file, .. arguments])],
        Encoding = "",
    };
}
