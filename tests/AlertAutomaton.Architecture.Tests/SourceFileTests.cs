using System.Text.RegularExpressions;

namespace AlertAutomaton.Architecture.Tests;

/// <summary>Rules that hold for every source file.</summary>
public sealed partial class SourceFileTests
{
    private const int MostLines = 600;
    private const int LinesThatNeedAReason = 400;
    private const int MedianLines = 80;

    /// <summary>Files over 400 lines, each with the reason why it stays whole.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    [Fact]
    public void No_source_file_is_over_six_hundred_lines()
    {
        Assert.Empty(Files("src").Concat(Files("tests")).Where(file => Lines(file) > MostLines));
    }

    [Fact]
    public void A_source_file_over_four_hundred_lines_has_its_reason_written_down()
    {
        Assert.Empty(Files("src").Where(file => Lines(file) > LinesThatNeedAReason && !LongFiles.ContainsKey(file)));
    }

    [Fact]
    public void The_median_source_file_is_under_eighty_lines()
    {
        int[] counts = Files("src").Select(Lines).Order().ToArray();
        Assert.InRange(counts[counts.Length / 2], 0, MedianLines);
    }

    [Fact]
    public void The_namespace_of_a_file_is_its_folder()
    {
        string[] wrong = Files("src")
            .Where(file => NamespaceLine().Match(RepositoryTree.Read(file)) is { Success: true } match
                && match.Groups[1].Value != Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'))
            .ToArray();
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_leftover_marks_stand_in_the_sources()
    {
        Assert.Empty(Files("src").Where(file => LeftoverMark().IsMatch(RepositoryTree.Read(file))));
    }

    [Fact]
    public void No_region_hides_structure()
    {
        Assert.Empty(Files("src").Where(file => RepositoryTree.Read(file).Contains("#region", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_error_is_swallowed_by_an_empty_catch()
    {
        Assert.Empty(Files("src").Where(file => EmptyCatch().IsMatch(RepositoryTree.Read(file))));
    }

    [Fact]
    public void No_test_sleeps()
    {
        string[] sleeping = Files("tests")
            .Where(file => !file.Contains(".Architecture.Tests/", StringComparison.Ordinal))
            .Where(file => RepositoryTree.Read(file).Contains("Thread.Sleep", StringComparison.Ordinal))
            .ToArray();
        Assert.Empty(sleeping);
    }

    private static IEnumerable<string> Files(string folder) => RepositoryTree.SourceFiles(folder);

    private static int Lines(string file) => RepositoryTree.Read(file).Count(character => character == '\n');

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex LeftoverMark();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
