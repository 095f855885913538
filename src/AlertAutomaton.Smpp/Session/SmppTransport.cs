using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Smpp.Client;

namespace AlertAutomaton.Smpp.Session;

/// <summary>Connects to a gateway: TCP without delay, TLS 1.2 or later where configured, never clear text instead of it.</summary>
internal static class SmppTransport
{
    /// <summary>Connects within the configured time; the fault is in words for a log.</summary>
    public static async Task<(Stream? Stream, string? Fault)> ConnectAsync(SmppClientOptions options, TimeProvider time, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, either.Token);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (!options.Tls)
            {
                return (stream, null);
            }

            var secure = new SslStream(stream);
            stream = secure;
            await secure.AuthenticateAsClientAsync(Authentication(options), either.Token);
            return (secure, null);
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException or OperationCanceledException
            or CryptographicException or UnauthorizedAccessException)
        {
            socket.Dispose();
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            return (null, Explain(failure, patience.IsCancellationRequested));
        }
    }

    private static SslClientAuthenticationOptions Authentication(SmppClientOptions options)
    {
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        if (options.PinnedAuthoritiesFile is { } file)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            authentication.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            authentication.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return authentication;
    }

    private static string Explain(Exception failure, bool isLate) => failure switch
    {
        _ when isLate => "no connection in time",
        SocketException socket => $"no connection: {socket.SocketErrorCode}",
        AuthenticationException => $"TLS refused: {failure.Message}",
        CryptographicException or UnauthorizedAccessException => "the file of pinned authorities cannot be read",
        OperationCanceledException => "stopped",
        _ => $"no connection: {failure.GetType().Name}",
    };
}
