using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Lab.Mail;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Lab.Tests.Mail;

/// <summary>An authority of the lab, trusted or not, and a certificate from it.</summary>
internal sealed class LabAuthority : IDisposable
{
    private readonly X509Certificate2 _authority = LabMailCertificate.Authority(TimeProvider.System);
    private readonly TrustedAuthority? _trust;

    public LabAuthority(bool trusted = true)
    {
        Server = LabMailCertificate.ForLocalhost(_authority, TimeProvider.System);
        _trust = trusted ? new TrustedAuthority(_authority) : null;
    }

    public X509Certificate2 Server { get; }

    public X509ChainPolicy? Policy => _trust?.Policy;

    public void Dispose()
    {
        _trust?.Dispose();
        Server.Dispose();
        _authority.Dispose();
    }
}
