using System.Globalization;
using AlertAutomaton.Storage.DataDirectories;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Storage.Tests.DataDirectories;

public sealed class DataDirectoryTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_second_opening_is_refused_with_the_process_that_holds_it_and_the_mend()
    {
        using var folder = new TemporaryFolder();
        using DataDirectory? first = DataDirectory.Open(folder.Path, _time).Directory;
        Assert.NotNull(first);
        Assert.True(DataDirectory.IsInUse(folder.Path));
        DataDirectoryOpening second = DataDirectory.Open(folder.Path, _time);
        Assert.Null(second.Directory);
        Assert.Equal(DataDirectoryRefusal.InUse, second.Refusal);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), second.Explanation, StringComparison.Ordinal);
        Assert.Contains("choose another DataDirectory", second.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_was_let_go_can_be_taken_again()
    {
        using var folder = new TemporaryFolder();
        DataDirectory.Open(folder.Path, _time).Directory!.Dispose();
        Assert.False(DataDirectory.IsInUse(folder.Path));
        using DataDirectory? again = DataDirectory.Open(folder.Path, _time).Directory;
        Assert.NotNull(again);
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_created()
    {
        using var folder = new TemporaryFolder();
        using DataDirectory? opened = DataDirectory.Open(folder.File("new/data"), _time).Directory;
        Assert.NotNull(opened);
        Assert.Equal(folder.File("new/data"), opened.Path);
    }

    [Fact]
    public void A_directory_that_is_created_is_for_this_account_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are inherited on Windows");
            return;
        }

        using var folder = new TemporaryFolder();
        DataDirectory.Open(folder.File("data"), _time).Directory!.Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.File("data")));
    }

    [Fact]
    public void A_directory_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("format-version"), "99\n");
        DataDirectoryOpening opening = DataDirectory.Open(folder.Path, _time);
        Assert.Equal(DataDirectoryRefusal.NewerFormat, opening.Refusal);
        Assert.Contains("99", opening.Explanation, StringComparison.Ordinal);
        Assert.Equal("99\n", File.ReadAllText(folder.File("format-version")));
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused_with_a_mend()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data"), "");
        DataDirectoryOpening opening = DataDirectory.Open(folder.File("data"), _time);
        Assert.Equal(DataDirectoryRefusal.NotWritable, opening.Refusal);
        Assert.NotEmpty(opening.Explanation);
    }
}
