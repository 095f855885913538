using Microsoft.AspNetCore.WebUtilities;

namespace AlertAutomaton.Daemon.Demo;

/// <summary>A simulated resident who opens the link of a mail in a browser, reads, and presses the button that it proposes.</summary>
internal sealed class LinkFollower : IDisposable
{
    private readonly HttpClient _browser = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <exception cref="HttpRequestException">The page is not there, or does not take the answer.</exception>
    public async Task FollowAsync(Uri link)
    {
        using var page = await _browser.GetAsync(link);
        page.EnsureSuccessStatusCode();
        var proposed = QueryHelpers.ParseQuery(link.Query).TryGetValue("answer", out var answer) ? answer.ToString() : "safe";
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("answer", proposed)]);
        using var pressed = await _browser.PostAsync(new Uri(link.GetLeftPart(UriPartial.Path)), form);
        pressed.EnsureSuccessStatusCode();
    }

    public void Dispose() => _browser.Dispose();
}
