using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AlertAutomaton.TestKit;

/// <summary>
/// An authority that this process trusts as if its machine did. The framework's SMTP client can be told so only for the whole process; the
/// name and the dates of a certificate are checked as ever.
/// </summary>
public sealed class TrustedAuthority : IDisposable
{
    /// <summary>Trusts the authority until disposed.</summary>
    public TrustedAuthority(X509Certificate2 authority)
    {
        Policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        Policy.CustomTrustStore.Add(authority);
#pragma warning disable SYSLIB0014, MA0039 // The framework's SMTP client asks nowhere else, and this method only adds a root.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            using var chain = new X509Chain { ChainPolicy = Policy.Clone() };
            return (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && chain.Build((X509Certificate2)certificate!);
        };
    }

    /// <summary>The same trust, for those who can be told.</summary>
    public X509ChainPolicy Policy { get; }

    /// <inheritdoc/>
    public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014, MA0039
}
