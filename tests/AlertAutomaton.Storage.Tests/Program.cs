using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AlertAutomaton.Storage.Tests;

internal static class Program
{
    /// <summary>Runs the tests, unless the first argument names another job: <c>victim</c> is the child that the kill
    /// tests kill, <c>speed FOLDER PRODUCERS SECONDS RECIPIENTS</c> measures the journal.</summary>
    public static Task<int> Main(string[] args) => args switch
    {
        ["victim", string database] => Kill.Victim.RunAsync(database),
        ["speed", string folder, string producers, string seconds, string recipients]
            => Speed.JournalSpeed.RunAsync(folder, Number(producers), Number(seconds), Number(recipients)),
        _ when args.Contains("--server", StringComparer.Ordinal) || args.Contains("--internal-msbuild-node", StringComparer.Ordinal)
            => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
