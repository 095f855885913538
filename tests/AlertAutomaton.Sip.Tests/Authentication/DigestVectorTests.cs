using AlertAutomaton.Sip.Authentication;

namespace AlertAutomaton.Sip.Tests.Authentication;

public class DigestVectorTests
{
    // FIPS 180-4 values, computed with another implementation (OpenSSL by way of Python's hashlib); lengths around the padding's edges.
    [Theory]
    [InlineData(0, "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a")]
    [InlineData(111, "0239e429f98d0ed61ee8e2a7c30afe98c1c3a80ce5dff62a107e9c538f7632ce")]
    [InlineData(112, "9216b5303edb66504570bee90e48ea5beaa5e9fe9f760bbd3e0460559fc005f6")]
    [InlineData(113, "d0ac79bea5bc97ac80c77c7cbbe92811ba9997eb0ce3c9888f9cef8362d187cd")]
    [InlineData(127, "2fe3b2a6ee7e12f6fe4ba82166541ad9b4ed882c493581cbe300d68f3757b778")]
    [InlineData(128, "b88f97e274f9c1d49f181c8cbd01a9c74930ad055a46ac4499a1d601f1c80bf2")]
    [InlineData(129, "fb9035c9009ed4a60e37510339ebdb1c771339f30aa581d5dea3690a524c23f1")]
    [InlineData(1000, "40eb4a70d4d69815407a9e272f0101cd67e3d11262a4a0bfc087712749c7fb53")]
    public void Sha_512_256_agrees_with_the_standard_at_every_padding_edge(int length, string expected)
    {
        var data = new byte[length];
        Array.Fill(data, (byte)'a');
        Assert.Equal(expected, Convert.ToHexStringLower(Sha512Truncated256.Hash(data)));
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5, "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData(DigestAlgorithm.Sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_example_of_rfc_7616_3_9_1_is_reproduced(DigestAlgorithm algorithm, string expected)
    {
        var computation = new DigestComputation
        {
            Algorithm = algorithm,
            Username = "Mufasa",
            Realm = "http-auth@example.org",
            Password = "Circle of Life",
            Nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            Method = "GET",
            Uri = "/dir/index.html",
            Quality = DigestQuality.Auth,
            NonceCount = 1,
            ClientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        };
        Assert.Equal(expected, computation.Response());
    }

    // The values printed in §3.9.2 are those of a cut SHA-512 (erratum 4897); these follow FIPS 180-4.
    [Fact]
    public void The_example_of_rfc_7616_3_9_2_is_reproduced_as_corrected_by_its_erratum()
    {
        var computation = new DigestComputation
        {
            Algorithm = DigestAlgorithm.Sha512Truncated256,
            Username = "J\u00e4s\u00f8n Doe",
            Realm = "api@example.org",
            Password = "Secret, or not?",
            Nonce = "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
            Method = "GET",
            Uri = "/doe.json",
            Quality = DigestQuality.Auth,
            NonceCount = 1,
            ClientNonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v",
        };
        Assert.Equal("3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5", computation.Response());
        Assert.Equal(
            "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b",
            DigestAlgorithms.Hash(DigestAlgorithm.Sha512Truncated256, "J\u00e4s\u00f8n Doe:api@example.org"));
    }

    // RFC 2069 §2.4 as corrected by its erratum 749.
    [Fact]
    public void Without_qop_the_form_of_rfc_2069_is_used()
    {
        var computation = new DigestComputation
        {
            Algorithm = DigestAlgorithm.Md5,
            Username = "Mufasa",
            Realm = "testrealm@host.com",
            Password = "CircleOfLife",
            Nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093",
            Method = "GET",
            Uri = "/dir/index.html",
        };
        Assert.Equal("1949323746fe6a43ef61f9606e7febea", computation.Response());
    }
}
