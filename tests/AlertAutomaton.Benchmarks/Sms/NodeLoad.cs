using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AlertAutomaton.Benchmarks.Sms;

/// <summary>Messages submitted by node-smpp's client, with TCP_NODELAY on as in the product.</summary>
internal static class NodeLoad
{
    private static readonly string Folder = FindFolder();

    /// <summary>Whether node and its package are there.</summary>
    public static bool IsInstalled => File.Exists("/usr/bin/node") && Directory.Exists(Path.Combine(Folder, "node_modules", "smpp"));

    public static async Task<SmsLoad> RunAsync(int port, int window, int warmUp, int messages)
    {
        string[] arguments = ["load.js", Number(port), Number(window), Number(warmUp), Number(messages)];
        using Process node = Process.Start(
            new ProcessStartInfo("/usr/bin/node", arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true })!;
        string answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        JsonElement figures = JsonElement.Parse(answer);
        return new SmsLoad(
            messages / figures.GetProperty("seconds").GetDouble(),
            figures.GetProperty("cpu").GetDouble() * 1_000_000 / messages,
            figures.GetProperty("failed").GetInt32() + messages - figures.GetProperty("receipts").GetInt32());
    }

    private static string FindFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AlertAutomaton.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? "", "tests", "AlertAutomaton.Interop.Tests", "NodeSmpp");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
