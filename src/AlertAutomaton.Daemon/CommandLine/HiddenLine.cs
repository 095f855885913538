using System.Text;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>Reads a line from a terminal without showing it.</summary>
internal static class HiddenLine
{
    private const int Longest = 100;

    /// <summary>The line, at most 100 characters of it.</summary>
    public static string Read()
    {
        var line = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                line.Length = Math.Max(0, line.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && line.Length < Longest)
            {
                line.Append(key.KeyChar);
            }
        }

        return line.ToString();
    }
}
