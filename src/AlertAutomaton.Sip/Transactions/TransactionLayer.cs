using System.Net;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>Knows which transactions live and finds the one that a message belongs to (RFC 3261 §17.1.3, §17.2.3, §9.2, §8.2.2.2).</summary>
internal sealed class TransactionLayer
{
    private readonly Dictionary<TransactionKey, ClientTransaction> _clients = [];
    private readonly Dictionary<TransactionKey, ServerTransaction> _servers = [];
    private readonly Dictionary<(string CallId, string? FromTag, uint CSeq), ServerTransaction> _firstArrivals = [];

    /// <summary>How many client transactions live.</summary>
    public int ClientCount => _clients.Count;

    /// <summary>How many server transactions live.</summary>
    public int ServerCount => _servers.Count;

    /// <summary>Adds a client transaction.</summary>
    public void Add(ClientTransaction transaction) => _clients.Add(transaction.Key, transaction);

    /// <summary>Adds a server transaction.</summary>
    public void Add(ServerTransaction transaction, SipRequest request)
    {
        _servers.Add(transaction.Key, transaction);
        if (transaction.IsInvite && MergeKeyOf(request) is { } key && _firstArrivals.TryAdd(key, transaction))
        {
            transaction.MergeKey = key;
        }
    }

    /// <summary>Forgets a client transaction.</summary>
    public void Remove(ClientTransaction transaction) => _clients.Remove(transaction.Key);

    /// <summary>Forgets a server transaction.</summary>
    public void Remove(ServerTransaction transaction)
    {
        _servers.Remove(transaction.Key);
        if (transaction.MergeKey is { } key)
        {
            _firstArrivals.Remove(key);
        }
    }

    /// <summary>The client transaction of a response, or null.</summary>
    public ClientTransaction? FindClient(SipResponse response) =>
        TransactionKey.OfResponse(response) is { } key ? _clients.GetValueOrDefault(key) : null;

    /// <summary>The server transaction under a key, or null.</summary>
    public ServerTransaction? FindServer(TransactionKey key) => _servers.GetValueOrDefault(key);

    /// <summary>Whether the same INVITE already arrived by another way (§8.2.2.2: 482).</summary>
    public bool IsMerged(SipRequest request) =>
        request.Method == SipMethod.Invite && MergeKeyOf(request) is { } key && _firstArrivals.ContainsKey(key);

    /// <summary>The client transactions that still wait for an answer from this neighbour.</summary>
    public ClientTransaction[] Waiting(ISipTransport transport, IPEndPoint remote) =>
        [.. _clients.Values.Where(client => !client.IsDecided && ReferenceEquals(client.Path.Transport, transport) && client.Path.Remote.Equals(remote))];

    private static (string CallId, string? FromTag, uint CSeq)? MergeKeyOf(SipRequest request) =>
        request.To?.Tag is null && request.CallId is { } callId && request.CSeq is { } cseq
            ? (callId, request.From?.Tag, cseq.Number)
            : null;
}
