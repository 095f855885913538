using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Tests;

/// <summary>The data files of these tests.</summary>
internal static class Corpus
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Corpora");

    public sealed record Row(string Name, string Text, SmsEncoding Encoding, int Units, int Segments);

    public static IReadOnlyList<Row> Texts { get; } = [.. File.ReadLines(Path.Combine(Root, "texts.tsv"))
        .Skip(1)
        .Select(line => line.Split('\t'))
        .Select(columns => new Row(
            columns[0],
            JsonSerializer.Deserialize<string>(columns[1])!,
            Enum.Parse<SmsEncoding>(columns[2]),
            int.Parse(columns[3], CultureInfo.InvariantCulture),
            int.Parse(columns[4], CultureInfo.InvariantCulture)))];

    public static IReadOnlyDictionary<string, byte[]> Pdus { get; } = Directory.EnumerateFiles(Path.Combine(Root, "pdus"), "*.hex")
        .Order(StringComparer.Ordinal)
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => Convert.FromHexString(string.Concat(File.ReadLines(file))),
            StringComparer.Ordinal);

    public static TheoryData<string> PduNames() => [.. Pdus.Keys];

    public static TheoryData<string> TextNames() => [.. Texts.Select(row => row.Name)];
}
