using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AlertAutomaton.Lab.Mail;

namespace AlertAutomaton.Lab.Tests.Mail;

/// <summary>
/// An authority that this process trusts as if its machine did. The framework's SMTP client can be told so only for the whole process; the
/// name and the dates of a certificate are checked as ever.
/// </summary>
internal sealed class TrustedAuthority : IDisposable
{
    private readonly X509Certificate2 _authority = LabMailCertificate.Authority(TimeProvider.System);

    public TrustedAuthority(bool trusted = true)
    {
        Server = LabMailCertificate.ForLocalhost(_authority, TimeProvider.System);
        Policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        Policy.CustomTrustStore.Add(_authority);
        if (trusted)
        {
#pragma warning disable SYSLIB0014, MA0039 // The framework's SMTP client asks nowhere else, and this method only adds a root.
            ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                using var chain = new X509Chain { ChainPolicy = Policy.Clone() };
                return (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && chain.Build((X509Certificate2)certificate!);
            };
        }
    }

    public X509Certificate2 Server { get; }

    public X509ChainPolicy Policy { get; }

    public void Dispose()
    {
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014, MA0039
        Server.Dispose();
        _authority.Dispose();
    }
}
