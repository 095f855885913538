using System.Threading.Channels;
using AlertAutomaton.Lab.Assertions;

namespace AlertAutomaton.Lab.Mail;

/// <summary>A mailbox of the lab in the hands of a test: expect a mail, expect nothing more.</summary>
public sealed class LabMailbox
{
    private readonly Channel<LabMail> _mails = Channel.CreateUnbounded<LabMail>();
    private readonly TimeProvider _time;

    internal LabMailbox(string address, TimeProvider time)
    {
        Address = address;
        _time = time;
    }

    /// <summary>Its address.</summary>
    public string Address { get; }

    /// <summary>Waits for the next mail.</summary>
    /// <param name="within">How long.</param>
    /// <returns>The mail.</returns>
    /// <exception cref="LabAssertionException">None came in time.</exception>
    public async Task<LabMail> ExpectMailAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, _time);
        try
        {
            return await _mails.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException cause)
        {
            throw new LabAssertionException($"{Address} got no mail within {within.TotalSeconds} s.", cause);
        }
    }

    /// <summary>Fails when another mail is there.</summary>
    /// <exception cref="LabAssertionException">One is there.</exception>
    public void ExpectNothingMore()
    {
        if (_mails.Reader.TryPeek(out _))
        {
            throw new LabAssertionException($"{Address} got a mail although nothing more was expected.");
        }
    }

    internal void Take(LabMail mail) => _mails.Writer.TryWrite(mail);
}
