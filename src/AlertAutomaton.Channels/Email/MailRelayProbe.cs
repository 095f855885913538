using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// Tries a relay without sending: connection, STARTTLS, login. The framework's client cannot, and goes on without a login when the relay
/// refuses it, so that only this tells a wrong password from an address that does not exist.
/// </summary>
public static class MailRelayProbe
{
    /// <summary>Tries it, at most for the time that one mail may take.</summary>
    /// <param name="relay">The relay.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What it answers.</returns>
    public static Task<MailRelayAnswer> TryAsync(MailRelayOptions relay, TimeProvider time, CancellationToken stop) => TryAsync(relay, null, time, stop);

    internal static async Task<MailRelayAnswer> TryAsync(MailRelayOptions relay, X509ChainPolicy? trust, TimeProvider time, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(relay.TimeOut, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(relay.Host, relay.Port, either.Token);
            await using var plain = new NetworkStream(socket, ownsSocket: false);
            var dialogue = new MailRelayDialogue(plain);
            string greeting = (await dialogue.ReadAsync(either.Token)).Code == 220 ? await dialogue.GreetAsync(either.Token) : "";
            if (greeting.Length == 0)
            {
                return MailRelayAnswer.Unreachable;
            }

            if (relay.Security == MailRelaySecurity.None)
            {
                return await LogInAsync(dialogue, relay, greeting, either.Token);
            }

            if (!Offers(greeting, "STARTTLS") || await dialogue.SayAsync("STARTTLS", either.Token) != 220 || dialogue.HasMore)
            {
                return MailRelayAnswer.NotSecure;
            }

            await using var secure = new SslStream(plain, leaveInnerStreamOpen: true);
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = relay.Host, CertificateChainPolicy = trust?.Clone() }, either.Token);
            dialogue = new MailRelayDialogue(secure);
            return await LogInAsync(dialogue, relay, await dialogue.GreetAsync(either.Token), either.Token);
        }
        catch (AuthenticationException)
        {
            return MailRelayAnswer.NotSecure;
        }
        catch (Exception failed) when (failed is SocketException or IOException || (failed is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return MailRelayAnswer.Unreachable;
        }
    }

    private static async Task<MailRelayAnswer> LogInAsync(MailRelayDialogue dialogue, MailRelayOptions relay, string greeting, CancellationToken ct)
    {
        MailRelayAnswer answer = MailRelayAnswer.Ready;
        if (relay.LogsIn)
        {
            answer = !Offers(greeting, "AUTH", "LOGIN") ? MailRelayAnswer.LoginNotOffered
                : await dialogue.SayAsync("AUTH LOGIN", ct) == 334
                    && await dialogue.SayAsync(Base64(relay.User!), ct) == 334
                    && await dialogue.SayAsync(Base64(relay.Password ?? ""), ct) == 235 ? MailRelayAnswer.Ready
                : MailRelayAnswer.LoginRefused;
        }

        await dialogue.SayAsync("QUIT", ct);
        return answer;
    }

    private static bool Offers(string greeting, string keyword, string? parameter = null) =>
        greeting.Split('\n').Select(line => line.Split(' ', '=')).Any(words =>
            words[0].Equals(keyword, StringComparison.OrdinalIgnoreCase) && (parameter is null || words.Contains(parameter, StringComparer.OrdinalIgnoreCase)));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
