using AlertAutomaton.Channels.Email;

namespace AlertAutomaton.Channels.Tests.Email;

/// <summary>A transport that answers what a test tells it to.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    public Func<OutgoingMail, MailSubmission> Answer { get; set; } = _ => new MailSubmission { End = MailSubmissionEnd.Accepted };

    public bool? Login { get; set; }

    public int LoginChecks { get; private set; }

    public List<OutgoingMail> Mails { get; } = [];

    public bool Closed { get; private set; }

    public Task<MailSubmission> SubmitAsync(MailRelayOptions relay, OutgoingMail mail, CancellationToken stop)
    {
        Mails.Add(mail);
        return Task.FromResult(Answer(mail));
    }

    public Task<bool?> TakesLoginAsync(MailRelayOptions relay, CancellationToken stop)
    {
        LoginChecks++;
        return Task.FromResult(Login);
    }

    public void Dispose() => Closed = true;
}
