namespace AlertAutomaton.Speech.Tests.Processes;

/// <summary>A shell script that stands in for a speech program, to show what ours gives it and how it bears a bad one.</summary>
internal static class ProgramScript
{
    public static string Write(TemporaryFolder folder, string name, string body)
    {
        var path = folder.File(name);
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
