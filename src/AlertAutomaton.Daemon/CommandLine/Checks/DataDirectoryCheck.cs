using System.Runtime.CompilerServices;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.DataDirectories;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Can the data directory be written, is it free, and is there room on its disk?</summary>
internal sealed class DataDirectoryCheck(TimeProvider time) : ICheck
{
    // A journal of 100,000 recipients takes some 200 MB with its history; below half of that a big alert may fill the disk.
    private const long EnoughBytes = 1L << 30;
    private const long TooFewBytes = 100L << 20;

    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var area = texts["check.data"];
        if (Directory.Exists(options.DataDirectory) && DataDirectory.IsInUse(options.DataDirectory))
        {
            yield return new CheckLine(area, CheckStatus.Ok, texts.Format("check.data.running", options.DataDirectory));
        }
        else
        {
            var opening = DataDirectory.Open(options.DataDirectory, time);
            opening.Directory?.Dispose();
            yield return opening.Directory is not null
                ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.data.ok", options.DataDirectory))
                : new CheckLine(area, CheckStatus.Fail, opening.Explanation, texts["check.data.mend"]);
            if (opening.Directory is null)
            {
                yield break;
            }
        }

        var free = new DriveInfo(Path.GetFullPath(options.DataDirectory)).AvailableFreeSpace;
        var status = free < TooFewBytes ? CheckStatus.Fail : free < EnoughBytes ? CheckStatus.Warn : CheckStatus.Ok;
        yield return new CheckLine(
            texts["check.disk"],
            status,
            texts.Format("check.disk.free", free / 1_000_000),
            status == CheckStatus.Ok ? null : texts["check.disk.mend"]);
    }
}
