using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Authentication;

public class DigestClientTests
{
    private const string Md5 = "Digest realm=\"trunk\", nonce=\"n1\", algorithm=MD5, qop=\"auth,auth-int\", opaque=\"o\"";
    private static readonly SipCredentials Account = new() { Username = "alice", Password = "secret", Realm = "trunk" };

    [Fact]
    public void The_strongest_challenge_is_answered_first()
    {
        var answer = Answer(new DigestClient(Account), Challenge(401, Md5, Md5.Replace("MD5", "SHA-512-256"), Md5.Replace("MD5", "SHA-256")));
        Assert.Equal("Authorization", answer.Name);
        Assert.Contains("algorithm=SHA-512-256", answer.Value, StringComparison.Ordinal);
        Assert.Contains("qop=auth, nc=00000001, cnonce=\"", answer.Value, StringComparison.Ordinal);
        Assert.Contains("opaque=\"o\"", answer.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_challenges_in_one_field_are_told_apart()
    {
        var answer = Answer(new DigestClient(Account), Challenge(407, "Basic realm=\"trunk\", " + Md5 + ", " + Md5.Replace("MD5", "SHA-256")));
        Assert.Equal("Proxy-Authorization", answer.Name);
        Assert.Contains("algorithm=SHA-256", answer.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic realm=\"trunk\"")]
    [InlineData("Digest realm=\"trunk\", nonce=\"n\", algorithm=TOKEN-9")]
    [InlineData("Digest realm=\"trunk\", nonce=\"n\", qop=\"token\"")]
    [InlineData("Digest realm=\"trunk\", realm=\"other\", nonce=\"n\"")]
    [InlineData("Digest nonce=\"n\"")]
    [InlineData("")]
    public void Basic_and_unreadable_challenges_get_nothing(string challenge)
    {
        Assert.IsType<DigestVerdict.NothingUsable>(new DigestClient(Account).Answer(Request(), Challenge(401, challenge), 0));
    }

    [Fact]
    public void A_foreign_realm_gets_no_credentials()
    {
        var verdict = new DigestClient(Account).Answer(Request(), Challenge(401, Md5.Replace("trunk", "evil")), 0);
        Assert.Equal("evil", Assert.IsType<DigestVerdict.ForeignRealm>(verdict).Realm);
    }

    [Fact]
    public void Without_a_configured_realm_the_first_one_is_pinned()
    {
        var client = new DigestClient(Account with { Realm = null });
        Answer(client, Challenge(401, Md5));
        Assert.IsType<DigestVerdict.ForeignRealm>(client.Answer(Request(), Challenge(401, Md5.Replace("trunk", "evil")), 0));
    }

    [Fact]
    public void The_nonce_is_reused_with_a_growing_count()
    {
        var client = new DigestClient(Account);
        Assert.False(client.TryAuthorize(Request()));
        Answer(client, Challenge(401, Md5));
        var later = Request();
        Assert.True(client.TryAuthorize(later));
        Assert.Contains("nc=00000002", later.Headers.GetFirst("Authorization"), StringComparison.Ordinal);
        Assert.Contains("nonce=\"n1\"", later.Headers.GetFirst("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_are_challenged_with_one_nonce_at_once_do_not_share_a_count()
    {
        var client = new DigestClient(Account);
        Assert.Contains("nc=00000001", Answer(client, Challenge(407, Md5)).Value, StringComparison.Ordinal);
        Assert.Contains("nc=00000002", Answer(client, Challenge(407, Md5)).Value, StringComparison.Ordinal);
        Assert.Contains("nc=00000001", Answer(client, Challenge(407, Md5.Replace("n1", "n2"))).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_nonce_again_means_a_wrong_password_and_ends_the_tries()
    {
        var client = new DigestClient(Account);
        var request = Request();
        request.Headers.Add("Authorization", Answer(client, Challenge(401, Md5)).Value);
        Assert.IsType<DigestVerdict.Refused>(client.Answer(request, Challenge(401, Md5), 1));
        Assert.False(client.TryAuthorize(Request()));
    }

    [Theory]
    [InlineData("n1", true)]
    [InlineData("n2", false)]
    public void A_stale_or_fresh_nonce_is_answered_once_more_and_never_a_third_time(string nonce, bool stale)
    {
        var client = new DigestClient(Account);
        var request = Request();
        request.Headers.Add("Authorization", Answer(client, Challenge(401, Md5)).Value);
        var second = Challenge(401, Md5.Replace("n1", nonce) + (stale ? ", stale=TRUE" : string.Empty));
        Assert.IsType<DigestVerdict.Answer>(client.Answer(request, second, 1));
        Assert.IsType<DigestVerdict.Refused>(client.Answer(request, second, 2));
    }

    [Fact]
    public void A_user_name_with_quotes_stays_one_parameter()
    {
        var client = new DigestClient(Account with { Username = "a\", uri=\"x" });
        var header = Answer(client, Challenge(401, Md5)).Value;
        Assert.Equal("a\", uri=\"x", DigestParameters.ReadAll(System.Text.Encoding.UTF8.GetBytes(header)).Single()["username"]);
    }

    [Fact]
    public void Credentials_are_never_printed_with_their_password()
    {
        Assert.DoesNotContain("secret", Account.ToString(), StringComparison.Ordinal);
    }

    internal static SipRequest Request()
    {
        return new SipRequest(SipMethod.Register, new SipUri("sip", null, "trunk.example.net"));
    }

    private static SipResponse Challenge(int status, params string[] challenges)
    {
        var response = new SipResponse(status);
        foreach (var challenge in challenges)
        {
            response.Headers.Add(status == 407 ? "Proxy-Authenticate" : "WWW-Authenticate", challenge);
        }

        return response;
    }

    private static SipHeader Answer(DigestClient client, SipResponse challenge) =>
        Assert.IsType<DigestVerdict.Answer>(client.Answer(Request(), challenge, 0)).Header;
}
