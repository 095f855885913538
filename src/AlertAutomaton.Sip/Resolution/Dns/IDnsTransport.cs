using System.Net;

namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>Carries one question to one server.</summary>
internal interface IDnsTransport
{
    /// <summary>Sends a query and waits for a packet that <paramref name="isAnswer"/> takes; others are ignored as forged or late.</summary>
    /// <returns>The answer, or null when the server cannot be reached or closed the connection.</returns>
    /// <exception cref="OperationCanceledException">The time ran out.</exception>
    Task<byte[]?> QueryAsync(
        IPEndPoint server, ReadOnlyMemory<byte> query, bool overTcp, Func<ReadOnlyMemory<byte>, bool> isAnswer, CancellationToken cancellationToken);
}
