using System.Globalization;
using System.Net;
using System.Text;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Takes the requests that a peer makes to tell something; each is answered with nothing.</summary>
internal sealed class HttpInbox : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Gathering<IReadOnlyDictionary<string, byte[]>> _requests;

    /// <summary>Begins to listen.</summary>
    /// <param name="peer">Gives what the peer said, for the failure message.</param>
    public HttpInbox(Func<string> peer)
    {
        _requests = new Gathering<IReadOnlyDictionary<string, byte[]>>(peer);
        Port = FreePorts.Next();
        _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Waits for requests whose query has a name; gives their queries, undecoded beyond their octets.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, byte[]>>> WaitAsync(int count, string name) =>
        _requests.WaitAsync(count, query => query.ContainsKey(name));

    public void Dispose() => _listener.Close();

    private static Dictionary<string, byte[]> Query(string pathAndQuery) => pathAndQuery[(pathAndQuery.IndexOf('?', StringComparison.Ordinal) + 1)..]
        .Split('&')
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Octets(pair[^1]), StringComparer.Ordinal);

    private static byte[] Octets(string value)
    {
        byte[] encoded = Encoding.ASCII.GetBytes(value);
        return WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext request = await _listener.GetContextAsync();
                _requests.Add(Query(request.Request.RawUrl!));
                request.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            _listener.Abort();
        }
    }
}
