using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Channels.Email.Bounces;

/// <summary>
/// Watches a folder of returned mails. In a Maildir, what was read moves from <c>new</c> to <c>cur</c> with the mark <c>:2,S</c> (seen); from a
/// plain folder it moves to <c>done</c>. What cannot be read moves to <c>failed</c>, and what the store does not take now stays.
/// </summary>
public sealed class BounceDirectory
{
    private const string SeenMark = ":2,S";
    private readonly BounceDirectoryOptions _options;
    private readonly BounceReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<BounceDirectory> _log;
    private bool _inTrouble;

    /// <summary>Makes the watcher; nothing is read yet.</summary>
    /// <param name="options">Where and how often.</param>
    /// <param name="reader">Reads one mail.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where trouble goes.</param>
    public BounceDirectory(BounceDirectoryOptions options, BounceReader reader, TimeProvider time, ILogger<BounceDirectory> log)
    {
        _options = options;
        _reader = reader;
        _time = time;
        _log = log;
    }

    /// <summary>Reads what is there, again and again, until it is stopped.</summary>
    /// <param name="stop">Ends it.</param>
    /// <returns>Completes when stopped.</returns>
    public async Task RunAsync(CancellationToken stop)
    {
        using var turns = new PeriodicTimer(_options.Every, _time);
        try
        {
            do
            {
                await TurnAsync(stop);
            }
            while (await turns.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Reads what is there now, at most <see cref="BounceDirectoryOptions.MostPerTurn"/> mails.</summary>
    /// <param name="stop">Ends it between two mails.</param>
    /// <returns>How many mails were read.</returns>
    public async Task<int> TurnAsync(CancellationToken stop)
    {
        try
        {
            bool maildir = Directory.Exists(Path.Combine(_options.Path, "new"));
            string from = maildir ? Path.Combine(_options.Path, "new") : _options.Path;
            string done = Path.Combine(_options.Path, maildir ? "cur" : "done");
            string[] files = [.. Directory.EnumerateFiles(from).Where(file => !Path.GetFileName(file).StartsWith('.')).Take(_options.MostPerTurn).Order(StringComparer.Ordinal)];
            int read = 0;
            foreach (string file in files)
            {
                stop.ThrowIfCancellationRequested();
                read += await TakeAsync(file, done, maildir ? SeenMark : "", stop) ? 1 : 0;
            }

            _inTrouble = false;
            return read;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Once, not every turn.
            if (!_inTrouble)
            {
                _inTrouble = true;
                EmailLog.BounceFolderFailed(_log, trouble.GetType().Name);
            }

            return 0;
        }
    }

    private async Task<bool> TakeAsync(string file, string done, string mark, CancellationToken stop)
    {
        string? trouble = null;
        try
        {
            BounceVerdict verdict;
            await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.Asynchronous))
            {
                verdict = await _reader.ReadAsync(stream, stop);
            }

            if (verdict == BounceVerdict.TryLater)
            {
                return false;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            trouble = unreadable.GetType().Name;
        }

        if (trouble is null)
        {
            Move(file, done, mark);
            return true;
        }

        if (!File.Exists(file))
        {
            // Whoever reads the same mailbox was faster.
            return false;
        }

        EmailLog.BounceUnreadable(_log, trouble);
        Move(file, Path.Combine(_options.Path, "failed"), "");
        return false;
    }

    private static void Move(string file, string folder, string mark)
    {
        Directory.CreateDirectory(folder);
        string name = Path.GetFileName(file);
        // Maildir's mark holds a colon, which Windows does not allow in names; there it is left out.
        bool marked = mark.Length > 0 && !OperatingSystem.IsWindows() && !name.Contains(":2,", StringComparison.Ordinal);
        File.Move(file, Path.Combine(folder, marked ? name + mark : name), overwrite: true);
    }
}
