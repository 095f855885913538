using System.Globalization;
using System.Text.Json;

namespace AlertAutomaton.Benchmarks.Measure;

/// <summary>Collects figures, prints them as a Markdown table and as JSON.</summary>
internal sealed class FigureTable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly List<Figure> _figures = [];

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        Console.Error.WriteLine($"  {figure.Name}: {Text(figure.Value)} {figure.Unit}");
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| figure | here | unit | baseline, same run | ratio | bar |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (Figure figure in _figures)
        {
            output.WriteLine(
                $"| {figure.Name} | {Text(figure.Value)} | {figure.Unit} | {Text(figure.Baseline)} | {Text(figure.Ratio)} | {figure.Bar} |");
        }
    }

    public void WriteJson(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_figures, Indented));

    private static string Text(double? value) => value is null ? "–" : Text(value.Value);

    private static string Text(double value) => value.ToString(value >= 100 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
