using System.Globalization;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Transactions;

/// <summary>What makes a message belong to a transaction (RFC 3261 §17.1.3, §17.2.3).</summary>
/// <param name="Branch">The branch, or for an RFC 2543 client the fields that stand in for it.</param>
/// <param name="SentBy">The sent-by of the top Via for server transactions; empty for client transactions.</param>
/// <param name="Method">The method, INVITE for an ACK.</param>
internal readonly record struct TransactionKey(string Branch, string SentBy, string Method)
{
    /// <summary>The key of a response to one of our requests, or null when it cannot be one.</summary>
    public static TransactionKey? OfResponse(SipResponse response) =>
        response.TopVia?.Branch is { } branch && response.CSeq is { } cseq ? new TransactionKey(branch, string.Empty, cseq.Method.Name) : null;

    /// <summary>The key of a request that arrived, with the method it is filed under, or null when its Via is unusable.</summary>
    public static TransactionKey? OfRequest(SipRequest request, SipMethod? filedUnder = null)
    {
        if (request.TopVia is not { } via)
        {
            return null;
        }

        string method = (filedUnder ?? (request.Method == SipMethod.Ack ? SipMethod.Invite : request.Method)).Name;
        string sentBy = via.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"{via.Host}:{port}") : via.Host;
        if (via.HasMagicCookie)
        {
            return new TransactionKey(via.Branch!, sentBy.ToLowerInvariant(), method);
        }

        // §17.2.3 for RFC 2543 clients: Request-URI, From tag, Call-ID, CSeq number and top Via. The To tag is left out, because the ACK
        // of a response carries the one that we added.
        string standIn = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.RequestUri}|{request.From?.Tag}|{request.CallId}|{request.CSeq?.Number}|{via.Branch}");
        return new TransactionKey(standIn, sentBy.ToLowerInvariant(), method);
    }
}
