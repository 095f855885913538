using System.Net;
using System.Text;
using AlertAutomaton.Daemon.Links.Pages;

namespace AlertAutomaton.Daemon.Tests.Links;

public sealed class LinkSafetyTests
{
    [Theory]
    [InlineData("/a/abcDEF123-_4567x")]
    [InlineData("/a/unknownunknown00")]
    [InlineData("/favicon.ico")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_scripts_frames_referrers_caches_and_indexes(string path)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        HttpResponseMessage answer = await face.Client.GetAsync(path);
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$", Header("Content-Security-Policy"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.StartsWith("noindex", Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_page_needs_no_script_and_nothing_from_elsewhere()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        string page = (await face.GetAsync()).Page;
        Assert.Contains($"<style>{LinkStyle.Css}</style>", page, StringComparison.Ordinal);
        Assert.All(["<script", "http:", "https:", "src=", "url(", "@import", "style=", "<link", "<img"], word => Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Hostile_words_are_shown_and_never_obeyed()
    {
        const string Hostile = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' &lt;b&gt; \u202E\u0000";
        await using var face = await LinkFaceFixture.StartAsync();
        face.Desk.View = face.Desk.View with { Message = Hostile, Organisation = Hostile, MessageLanguage = "fr\"><script>" };
        string page = (await face.GetAsync()).Page;
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&amp;lt;b&amp;gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', page);
    }

    [Fact]
    public async Task What_is_not_there_looks_the_same_whatever_it_is()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        var (first, page) = await face.GetAsync("unknownunknown00");
        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        foreach (string path in new[] { "/a/short", "/a/", "/a/x/y", "/a/" + new string('x', 400), "/", "/api/v1/alerts", "/metrics", "/health/ready", "/a/%3Cscript%3E" })
        {
            HttpResponseMessage answer = await face.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(page, await answer.Content.ReadAsStringAsync());
            Assert.Equal(Names(first), Names(answer));
        }

        var (posted, answerPage) = await face.PressAsync("safe", "unknownunknown00");
        Assert.Equal((HttpStatusCode.NotFound, page), (posted.StatusCode, answerPage));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "answer=safe&answer=help")]
    [InlineData("application/x-www-form-urlencoded", "answer=%ZZ%00&&&=;")]
    [InlineData("application/x-www-form-urlencoded", "answer=None")]
    [InlineData("multipart/form-data; boundary=x", "--x")]
    public async Task A_form_that_the_page_did_not_make_is_not_recorded(string type, string body)
    {
        await using var face = await LinkFaceFixture.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        HttpResponseMessage answer = await face.Client.PostAsync("/a/" + LinkDeskDouble.Token, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(face.Desk.Recorded);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        using var content = new StringContent("answer=safe&x=" + new string('x', 5000), Encoding.UTF8, "application/x-www-form-urlencoded");
        HttpResponseMessage answer = await face.Client.PostAsync("/a/" + LinkDeskDouble.Token, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(face.Desk.Recorded);
    }

    [Fact]
    public async Task A_source_has_thirty_guesses_a_minute_and_the_store_is_not_asked_for_more()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        for (int guess = 0; guess < 30; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await face.GetAsync($"guess{guess:D11}", from: "192.0.2.7")).Answer.StatusCode);
        }

        var (refused, _) = await face.GetAsync("guess00000000099", from: "192.0.2.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await face.GetAsync(from: "10.0.0.1, 192.0.2.7")).Answer.StatusCode);
        Assert.Equal(30, face.Desk.LookUps);
        Assert.Equal(HttpStatusCode.OK, (await face.GetAsync(from: "192.0.2.8")).Answer.StatusCode);
        face.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await face.GetAsync(from: "192.0.2.7")).Answer.StatusCode);
    }

    [Fact]
    public async Task The_token_is_in_no_log_whatever_goes_wrong()
    {
        await using var face = await LinkFaceFixture.StartAsync();
        await face.GetAsync();
        face.Desk.StoreWrites = false;
        await face.PressAsync("safe");
        face.Desk.Fault = LinkDeskDouble.StoreFault();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await face.GetAsync()).Answer.StatusCode);
        face.Desk.Fault = new InvalidOperationException("inner words");
        var (broken, page) = await face.GetAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.DoesNotContain("inner words", page, StringComparison.Ordinal);
        await face.GetAsync("unknownunknown00");

        Assert.Equal(["Warning", "Error", "Error", "Error"], face.Log.Select(line => line.Split(' ')[0]));
        Assert.All(face.Log, line => Assert.DoesNotContain(LinkDeskDouble.Token, line, StringComparison.Ordinal));
        Assert.All(face.Log, line => Assert.DoesNotContain("/a/", line, StringComparison.Ordinal));
    }

    private static string Names(HttpResponseMessage answer) => string.Join(' ', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal));
}
