using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class TlsTests : IDisposable
{
    private readonly string _authorities = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");

    [Fact]
    public async Task A_gateway_signed_by_the_pinned_authority_is_bound()
    {
        using var certificate = MakeCertificate("127.0.0.1");
        await using var smsc = new TestSmsc(new SmppServerOptions { Certificate = certificate });
        var (client, _) = await smsc.BoundClientAsync(smsc.Options with { Tls = true, PinnedAuthoritiesFile = _authorities });
        await using var ending = client;
        var result = await TestSmsc.Within(client.SubmitAsync(new SmsSubmission { Destination = "+33600000001", Text = "a" }));
        Assert.Equal(SubmitResultKind.Accepted, result.Kind);
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_refused() => await AssertRefusedAsync("192.0.2.1", isPinned: true);

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused() => await AssertRefusedAsync("127.0.0.1", isPinned: false);

    public void Dispose() => File.Delete(_authorities);

    private async Task AssertRefusedAsync(string name, bool isPinned)
    {
        using var certificate = MakeCertificate(name);
        await using var smsc = new TestSmsc(new SmppServerOptions { Certificate = certificate });
        var options = smsc.Options with { Tls = true, PinnedAuthoritiesFile = isPinned ? _authorities : null };
        await using var client = new SmppClient(options, _ => Task.FromResult(true), TimeProvider.System, new Random(1), NullLogger.Instance);
        var told = new TaskCompletionSource<SmppClientSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Changed += (_, change) => told.TrySetResult(change.Snapshot);
        client.Start();
        Assert.StartsWith("TLS refused", (await TestSmsc.Within(told.Task)).LastFault, StringComparison.Ordinal);
        Assert.Empty(smsc.Binds);
    }

    private X509Certificate2 MakeCertificate(string address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=lab", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(_authorities, made.ExportCertificatePem());
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
