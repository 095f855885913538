using System.Globalization;

namespace AlertAutomaton.TestKit;

/// <summary>
/// Hands out ports of a range to one process. Test programs that run beside each other claim blocks of a hundred, each by a lock on a file in
/// the folder for temporary files; the lock ends with the process, however it ends.
/// </summary>
internal sealed class PortClaim(int first, int end)
{
    private const int BlockSize = 100;
    private readonly Lock _gate = new();
    private readonly List<FileStream> _claims = [];
    private int _block = -1;
    private int _next;
    private int _last;

    /// <param name="count">How many ports in a row.</param>
    /// <param name="isFree">Says whether the ports from this one on can be bound now.</param>
    /// <exception cref="InvalidOperationException">The range is used up.</exception>
    public int Next(int count, Func<int, bool> isFree)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_next + count > _last)
                {
                    ClaimBlock();
                }

                int port = _next;
                _next += count;
                if (isFree(port))
                {
                    return port;
                }
            }
        }
    }

    private void ClaimBlock()
    {
        while (++_block < (end - first) / BlockSize)
        {
            int start = first + (_block * BlockSize);
            string file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"alertautomaton-test-ports-{start}"));
            try
            {
                _claims.Add(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                (_next, _last) = (start, start + BlockSize);
                return;
            }
            catch (IOException)
            {
                // Another test program has it.
            }
        }

        throw new InvalidOperationException($"No block of ports between {first} and {end} is left: do more than {(end - first) / BlockSize} test programs run?");
    }
}
