using System.Buffers;
using System.Net;
using System.Security.Cryptography;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>
/// Asks name servers, one after the other and twice round, UDP first and TCP when the answer was cut (RFC 1035, RFC 7766). Never throws
/// for the network; gives up after its time budget.
/// </summary>
internal sealed class DnsClient(IReadOnlyList<IPEndPoint> servers, IDnsTransport transport, DnsClientOptions options, TimeProvider time)
{
    public async Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        if (!DnsName.IsValid(question.Name) || question.Name.Length == 0)
        {
            return new DnsAnswer.Known([], TimeSpan.FromMinutes(1));
        }

        using var budget = new CancellationTokenSource(options.Budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.Token);
        var anyAnswered = false;
        for (var round = 0; round < options.Rounds && !budget.IsCancellationRequested; round++)
        {
            foreach (var server in servers)
            {
                var response = await AskServerAsync(server, question, both.Token);
                cancellationToken.ThrowIfCancellationRequested();
                anyAnswered |= response is not null;
                if (response?.ResponseCode is DnsResponseCode.NoError or DnsResponseCode.NameError)
                {
                    return DnsAnswerReading.Read(response);
                }
            }
        }

        return anyAnswered ? new DnsAnswer.Failed() : new DnsAnswer.Unreachable();
    }

    private async Task<DnsMessage?> AskServerAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken)
    {
        var response = await ExchangeAsync(server, question, overTcp: false, cancellationToken);
        if (response is { IsTruncated: true })
        {
            // What was cut off may be the record that matters; but better a part than nothing where TCP is blocked.
            response = await ExchangeAsync(server, question, overTcp: true, cancellationToken) ?? (response.Answers.Count > 0 ? response : null);
        }

        return response;
    }

    private async Task<DnsMessage?> ExchangeAsync(IPEndPoint server, DnsQuestion question, bool overTcp, CancellationToken cancellationToken)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);
        var query = new ArrayBufferWriter<byte>(64);
        new DnsMessage { Id = id, Question = question }.WriteTo(query);
        using var patience = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            DnsMessage? found = null;
            await transport.QueryAsync(server, query.WrittenMemory, overTcp, bytes => Matches(bytes.Span, id, question, out found), both.Token);
            return found;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static bool Matches(ReadOnlySpan<byte> bytes, ushort id, DnsQuestion question, out DnsMessage? message) =>
        DnsMessage.TryParse(bytes, out message)
        && message!.IsResponse
        && message.Id == id
        && message.Question.Type == question.Type
        && string.Equals(message.Question.Name, question.Name, StringComparison.OrdinalIgnoreCase);
}
