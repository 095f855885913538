using System.Net.Security;
using System.Text;

namespace AlertAutomaton.Lab.Mail;

/// <summary>One connection to the simulated mail server: carries lines between the client and the machine.</summary>
internal sealed class SmtpServerSession(SmtpServerMachine machine, LabMailServerOptions options, TimeProvider time, Func<LabMail, MailRule, Task> deliver)
{
    private int _mails;

    public async Task RunAsync(Stream stream, CancellationToken ct)
    {
        SslStream? secure = null;
        try
        {
            await TalkAsync(new SmtpWire(stream, time, options.Patience), () => secure = new SslStream(stream, leaveInnerStreamOpen: true), ct);
        }
        finally
        {
            if (secure is not null)
            {
                await secure.DisposeAsync();
            }
        }
    }

    private async Task TalkAsync(SmtpWire wire, Func<SslStream> secured, CancellationToken ct)
    {
        var state = new SmtpServerState();
        await wire.WriteAsync("220 lab.example.org ESMTP", ct);
        while (await wire.ReadLineAsync(ct) is { } line)
        {
            SmtpServerStep step = machine.Take(state, Encoding.UTF8.GetString(line));
            if (step.Next == SmtpServerNext.Tls && wire.HasMore)
            {
                // RFC 3207 §6 and CVE-2011-0411: what was sent in clear ahead of TLS must not count behind it.
                return;
            }

            await wire.WriteAsync(step.Reply, ct);
            switch (step.Next)
            {
                case SmtpServerNext.Close:
                    return;
                case SmtpServerNext.Tls:
                    SslStream secure = secured();
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = options.Certificate }, ct);
                    wire = new SmtpWire(secure, time, options.Patience);
                    break;
                case SmtpServerNext.PlainResponse or SmtpServerNext.LoginUser or SmtpServerNext.LoginPassword:
                    step = await LogInAsync(wire, step, ct);
                    await wire.WriteAsync(step.Reply, ct);
                    break;
                case SmtpServerNext.Content:
                    if (!await TakeMailAsync(wire, step.State, ct))
                    {
                        return;
                    }

                    step = step with { State = SmtpServerMachine.Reset(step.State) };
                    break;
            }

            state = step.State;
        }
    }

    private async Task<SmtpServerStep> LogInAsync(SmtpWire wire, SmtpServerStep step, CancellationToken ct)
    {
        string first = Encoding.ASCII.GetString(await wire.ReadLineAsync(ct) ?? []);
        if (step.Next == SmtpServerNext.PlainResponse)
        {
            return machine.LogInPlain(step.State, first);
        }

        if (step.Next == SmtpServerNext.LoginPassword)
        {
            return machine.LogIn(step.State, step.State.LoginName, SmtpServerMachine.Text(first) ?? "");
        }

        await wire.WriteAsync("334 UGFzc3dvcmQ6", ct);
        string second = Encoding.ASCII.GetString(await wire.ReadLineAsync(ct) ?? []);
        return machine.LogIn(step.State, SmtpServerMachine.Text(first) ?? "", SmtpServerMachine.Text(second) ?? "");
    }

    private async Task<bool> TakeMailAsync(SmtpWire wire, SmtpServerState state, CancellationToken ct)
    {
        if (await wire.ReadMailAsync(options.LargestMail, ct) is not { } raw)
        {
            return false;
        }

        if (raw.Length > options.LargestMail)
        {
            await wire.WriteAsync("552 5.3.4 too large", ct);
            return true;
        }

        _mails++;
        MailRule[] rules = [.. state.To.Select(MailRules.For)];
        if (rules.Contains(MailRule.Refuses))
        {
            await wire.WriteAsync("554 5.7.1 this content is refused", ct);
            return true;
        }

        (var headers, string text, string html, var links) = LabMailReader.Read(raw);
        foreach ((string to, MailRule rule) in state.To.Zip(rules))
        {
            var mail = new LabMail
            {
                From = state.From!, To = to, Raw = raw, User = state.User, Secure = state.Secure, NumberOnConnection = _mails, Headers = headers, Text = text, Html = html, Links = links,
            };
            await deliver(mail, rule);
        }

        if (rules.Contains(MailRule.Breaks))
        {
            return false;
        }

        if (rules.Contains(MailRule.Hangs))
        {
            await wire.ReadLineAsync(ct);
            return false;
        }

        if (rules.Contains(MailRule.Slow))
        {
            await Task.Delay(options.SlowAnswer, time, ct);
        }

        await wire.WriteAsync("250 2.0.0 taken", ct);
        return true;
    }
}
