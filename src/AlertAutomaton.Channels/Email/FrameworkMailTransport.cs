using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace AlertAutomaton.Channels.Email;

/// <summary>
/// Hands mails over by the framework's SMTP client. What that client does not do, and what is done about it here, is in
/// <c>docs/decisions/0005-mail-by-the-framework.md</c>. Thread-safe.
/// </summary>
internal sealed class FrameworkMailTransport(TimeProvider time) : IMailTransport
{
    private const string ReplyMark = "The server response was: ";
    private static readonly TimeSpan AbortLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerAfterStop = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LoginKnownFor = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, ConcurrentStack<PooledClient>> _idle = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownLogin> _logins = new(StringComparer.Ordinal);
    private volatile bool _closed;

    /// <summary>Trusts more roots than the machine does, for the login check of tests; null: the machine's.</summary>
    internal X509ChainPolicy? TrustPolicy { get; init; }

    public async Task<MailSubmission> SubmitAsync(MailRelayOptions relay, OutgoingMail mail, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            return new MailSubmission { End = MailSubmissionEnd.Stopped };
        }

        using var message = new FrameworkMail(mail);
        SmtpClient client = Take(relay);
        client.DeliveryFormat = mail.To.NeedsUtf8 || mail.From.NeedsUtf8 ? SmtpDeliveryFormat.International : SmtpDeliveryFormat.SevenBit;

        // Off this thread: the framework's client looks the host up and begins to connect before it first yields.
        Task sending = Task.Run(() => client.SendMailAsync(message.Message, CancellationToken.None), CancellationToken.None);
        try
        {
            await WaitAsync(sending, message, relay.TimeOut, stop);
            Return(relay, client);
            return new MailSubmission { End = MailSubmissionEnd.Accepted, ContentBegun = true, ContentSent = true };
        }
        catch (Exception over) when (over is TimeoutException or OperationCanceledException)
        {
            // It takes no notice of a cancellation while it waits for a reply; only closing the connection ends it.
            Close(client);
            await Task.WhenAny(sending, Task.Delay(AbortLimit, time, CancellationToken.None));
            _ = sending.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            if (sending.IsCompletedSuccessfully)
            {
                return new MailSubmission { End = MailSubmissionEnd.Accepted, ContentBegun = true, ContentSent = true };
            }

            return Ended(over is TimeoutException ? MailSubmissionEnd.TimedOut : MailSubmissionEnd.Stopped, message) with
            {
                ContentSent = message.Sent || (message.Begun && !sending.IsCompleted),
            };
        }
        catch (SmtpException refused) when (refused.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            Close(client);
            return Ended(MailSubmissionEnd.Refused, message) with { Code = (int)refused.StatusCode, Reply = ReplyOf(refused) };
        }
        catch (Exception failed) when (failed is SmtpException or IOException or SocketException or AuthenticationException or ObjectDisposedException)
        {
            Close(client);
            return Failed(relay, mail, message, failed);
        }
    }

    /// <summary>
    /// A stop before the content resets the conversation, and nothing was sent. Once the relay has said that it takes the content, its answer alone
    /// tells whether the mail arrives, so it is waited for a little longer.
    /// </summary>
    private async Task WaitAsync(Task sending, FrameworkMail message, TimeSpan timeOut, CancellationToken stop)
    {
        long begun = time.GetTimestamp();
        try
        {
            await sending.WaitAsync(timeOut, time, stop);
        }
        catch (OperationCanceledException) when (message.Begun && stop.IsCancellationRequested && !sending.IsCompleted)
        {
            TimeSpan left = timeOut - time.GetElapsedTime(begun);
            await sending.WaitAsync(left <= TimeSpan.Zero ? TimeSpan.Zero : left < AnswerAfterStop ? left : AnswerAfterStop, time, CancellationToken.None);
        }
    }

    public async Task<bool?> TakesLoginAsync(MailRelayOptions relay, CancellationToken stop)
    {
        if (!relay.LogsIn)
        {
            return null;
        }

        KnownLogin known = _logins.AddOrUpdate(
            relay.Name,
            _ => Ask(relay),
            (_, before) => time.GetElapsedTime(before.AskedAt) < LoginKnownFor ? before : Ask(relay));
        return await known.Answer.Value.WaitAsync(stop);
    }

    public void Dispose()
    {
        _closed = true;
        foreach (PooledClient client in _idle.Values.SelectMany(stack => stack))
        {
            Close(client.Client);
        }
    }

    private static MailSubmission Failed(MailRelayOptions relay, OutgoingMail mail, FrameworkMail message, Exception failed)
    {
        Exception cause = failed.GetBaseException();
        MailSubmissionEnd end = cause switch
        {
            AuthenticationException => MailSubmissionEnd.NotSecure,
            SmtpException when message.Begun => MailSubmissionEnd.Disconnected,
            SmtpException when mail.To.NeedsUtf8 || mail.From.NeedsUtf8 => MailSubmissionEnd.NotCarried,
            SmtpException when relay.Security == MailRelaySecurity.StartTls => MailSubmissionEnd.NotSecure,
            _ => MailSubmissionEnd.Disconnected,
        };
        return Ended(end, message) with { Fault = cause is SocketException socket ? socket.SocketErrorCode.ToString() : cause.GetType().Name };
    }

    private static MailSubmission Ended(MailSubmissionEnd end, FrameworkMail message) =>
        new() { End = end, ContentBegun = message.Begun, ContentSent = message.Sent };

    private static string ReplyOf(SmtpException refused)
    {
        int mark = refused.Message.IndexOf(ReplyMark, StringComparison.Ordinal);
        return mark < 0 ? "" : refused.Message[(mark + ReplyMark.Length)..];
    }

    /// <summary>Saying QUIT may block on a relay that hangs.</summary>
    private static void Close(SmtpClient client) => _ = Task.Run(client.Dispose);

    private KnownLogin Ask(MailRelayOptions relay) => new(time.GetTimestamp(), new Lazy<Task<bool?>>(async () =>
        await MailRelayProbe.TryAsync(relay, TrustPolicy, time, CancellationToken.None) switch
        {
            MailRelayAnswer.Ready => true,
            MailRelayAnswer.LoginRefused or MailRelayAnswer.LoginNotOffered => false,
            _ => null,
        }));

    private SmtpClient Take(MailRelayOptions relay)
    {
        if (_idle.TryGetValue(relay.Name, out ConcurrentStack<PooledClient>? stack))
        {
            while (stack.TryPop(out PooledClient? pooled))
            {
                if (time.GetElapsedTime(pooled.IdleSince) < relay.KeepOpen)
                {
                    return pooled.Client;
                }

                Close(pooled.Client);
            }
        }

        return new SmtpClient(relay.Host, relay.Port)
        {
            EnableSsl = relay.Security == MailRelaySecurity.StartTls,
            UseDefaultCredentials = false,
            Credentials = relay.LogsIn ? new NetworkCredential(relay.User, relay.Password) : null,
        };
    }

    private void Return(MailRelayOptions relay, SmtpClient client)
    {
        if (_closed)
        {
            Close(client);
            return;
        }

        _idle.GetOrAdd(relay.Name, _ => new ConcurrentStack<PooledClient>()).Push(new PooledClient(client, time.GetTimestamp()));
    }

    private sealed record PooledClient(SmtpClient Client, long IdleSince);

    private sealed record KnownLogin(long AskedAt, Lazy<Task<bool?>> Answer);
}
