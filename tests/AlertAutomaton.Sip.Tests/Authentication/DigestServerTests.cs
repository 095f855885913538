using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Sip.Tests.Authentication;

public class DigestServerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly DigestClient _client = new(new SipCredentials { Username = "alice", Password = "secret" });

    [Theory]
    [InlineData(DigestAlgorithm.Md5, true)]
    [InlineData(DigestAlgorithm.Sha256, true)]
    [InlineData(DigestAlgorithm.Sha512Truncated256, true)]
    [InlineData(DigestAlgorithm.Md5, false)]
    public void What_the_client_answers_the_server_accepts(DigestAlgorithm algorithm, bool quality)
    {
        var server = Server(options => options with { Algorithms = [algorithm], OffersQuality = quality });
        var request = Authorized(server, _client);
        Assert.Equal(DigestServerVerdict.Accepted, Verify(server, request));
    }

    [Fact]
    public void A_request_without_credentials_is_to_be_challenged()
    {
        Assert.Equal(DigestServerVerdict.Missing, Verify(Server(), DigestClientTests.Request()));
    }

    [Fact]
    public void A_count_is_good_once()
    {
        var server = Server();
        var request = Authorized(server, _client);
        Assert.Equal(DigestServerVerdict.Accepted, Verify(server, request));
        Assert.Equal(DigestServerVerdict.Stale, Verify(server, request));
        var next = DigestClientTests.Request();
        Assert.True(_client.TryAuthorize(next));
        Assert.Equal(DigestServerVerdict.Accepted, Verify(server, next));
    }

    [Fact]
    public void An_old_nonce_is_stale_and_a_forged_one_too()
    {
        var server = Server();
        var request = Authorized(server, _client);
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(DigestServerVerdict.Stale, Verify(server, request));
        Assert.Equal(DigestServerVerdict.Stale, Verify(Server(), Authorized(Server(), _client)));
    }

    [Fact]
    public void A_wrong_password_an_unknown_user_and_another_target_are_refused()
    {
        var server = Server();
        var wrong = new DigestClient(new SipCredentials { Username = "alice", Password = "guess" });
        Assert.Equal(DigestServerVerdict.Wrong, Verify(server, Authorized(server, wrong)));
        var stranger = new DigestClient(new SipCredentials { Username = "bob", Password = "secret" });
        Assert.Equal(DigestServerVerdict.Wrong, Verify(server, Authorized(server, stranger)));
        var moved = Authorized(server, _client);
        moved.RequestUri = moved.RequestUri.WithHost("other.example.net", null);
        Assert.Equal(DigestServerVerdict.Wrong, Verify(server, moved));
    }

    [Fact]
    public void A_weaker_algorithm_than_offered_is_refused()
    {
        var weak = Server(options => options with { Algorithms = [DigestAlgorithm.Md5] });
        var request = Authorized(weak, _client);
        Assert.Equal(DigestServerVerdict.Wrong, Verify(Server(options => options with { Algorithms = [DigestAlgorithm.Sha256] }), request));
    }

    private static DigestServerVerdict Verify(DigestServer server, SipRequest request) =>
        server.Verify(request, asProxy: false, user => user == "alice" ? "secret" : null, out _);

    private static SipRequest Authorized(DigestServer server, DigestClient client)
    {
        var response = new SipResponse(401);
        foreach (var header in server.CreateChallenges(asProxy: false, stale: false))
        {
            response.Headers.Add(header.Name, header.Value);
        }

        var request = DigestClientTests.Request();
        var answer = Assert.IsType<DigestVerdict.Answer>(client.Answer(request, response, 0));
        request.Headers.Add(answer.Header.Name, answer.Header.Value);
        return request;
    }

    private DigestServer Server(Func<DigestServerOptions, DigestServerOptions>? change = null)
    {
        var options = new DigestServerOptions { Realm = "lab" };
        return new DigestServer(change?.Invoke(options) ?? options, _time);
    }
}
