using System.Globalization;
using AlertAutomaton.Faults.Judge;
using AlertAutomaton.Faults.Rig;
using AlertAutomaton.Faults.Witness;

// alertautomaton-faults [--recipients 300] [--kills 10] [--rounds 1] [--seed N]
int Option(string name, int otherwise)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}

// alertautomaton-faults witness: the phones alone, until standard input ends, for trying a trunk by hand.
if (args.FirstOrDefault() == "witness")
{
    using var town = new WitnessTown(Path.Combine(Path.GetTempPath(), "witness.jsonl"));
    Console.WriteLine(town.EndPoint);
    await Console.In.ReadToEndAsync();
    return 0;
}

string? root = AppContext.BaseDirectory;
while (root is not null && !File.Exists(Path.Combine(root, "AlertAutomaton.sln")))
{
    root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar));
}

string build = AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";
string program = Path.Combine(root!, "src/AlertAutomaton.Daemon/bin", build, "net10.0", OperatingSystem.IsWindows() ? "alertautomaton.exe" : "alertautomaton");
int seed = Option("--seed", Environment.ProcessId);
int failed = 0;
int passed = 0;
#pragma warning disable RS0030 // The seed is printed, so that a run can be repeated.
IReadOnlyList<string> misjudged = JudgeTrial.Hold(new Random(seed));
#pragma warning restore RS0030
Console.WriteLine(misjudged.Count == 0 ? "holds  the judge convicts on made-up evidence and acquits on clean" : "BROKEN the judge: " + string.Join("; ", misjudged));
passed += misjudged.Count == 0 ? 1 : 0;
failed += misjudged.Count == 0 ? 0 : 1;
for (int round = 0; round < Option("--rounds", 1); round++)
{
    var run = new KillRun(program, Path.Combine(root!, "voice-prompts"), Option("--recipients", 300), Option("--kills", 10), seed + round);
    foreach (Ruling ruling in await run.RunAsync(Console.Out))
    {
        Console.WriteLine($"{(ruling.Holds ? "holds " : "BROKEN")} {ruling.Invariant}");
        foreach (string violation in ruling.Violations.Take(10))
        {
            Console.WriteLine($"         {violation}");
        }

        passed += ruling.Holds ? 1 : 0;
        failed += ruling.Holds ? 0 : 1;
    }
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
