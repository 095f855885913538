using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AlertAutomaton.Storage.Tests;

internal static class Program
{
    /// <summary>Runs the tests, unless the first argument names another job: <c>victim</c> is the child that the kill
    /// tests kill.</summary>
    public static Task<int> Main(string[] args) => args switch
    {
        ["victim", string database] => Kill.Victim.RunAsync(database),
        _ when args.Contains("--server", StringComparer.Ordinal) || args.Contains("--internal-msbuild-node", StringComparer.Ordinal)
            => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
