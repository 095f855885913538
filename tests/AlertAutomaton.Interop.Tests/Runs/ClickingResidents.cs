using System.Text.RegularExpressions;

namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>Residents whose mailbox is named so: they open the link of a mail that Postfix delivered and press the button.</summary>
internal sealed partial class ClickingResidents(string maildir) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _browser = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Reads mails until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (!stop.IsCancellationRequested)
        {
            string[] mails = Directory.Exists(Path.Combine(maildir, "new")) ? Directory.GetFiles(Path.Combine(maildir, "new")) : [];
            foreach (string mail in mails.Where(_read.Add))
            {
                await ReadAsync(await File.ReadAllTextAsync(mail, CancellationToken.None));
            }

            Task next = timer.WaitForNextTickAsync(stop).AsTask();
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task ReadAsync(string mail)
    {
        if (!Clicks().IsMatch(mail))
        {
            return;
        }

        // Quoted-printable (RFC 2045 §6.7) puts a link on several lines.
        string plain = mail.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var page = new Uri(Link().Match(plain).Value);
        using HttpResponseMessage opened = await _browser.GetAsync(page);
        opened.EnsureSuccessStatusCode();
        using var answer = new FormUrlEncodedContent([KeyValuePair.Create("answer", "safe")]);
        using HttpResponseMessage pressed = await _browser.PostAsync(page, answer);
        pressed.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("^Delivered-To: [^@]*clicks@", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clicks();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/a/[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
