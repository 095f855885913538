using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AlertAutomaton.Lab.Mail;

/// <summary>Certificates for the lab: an authority of its own and a server certificate from it.</summary>
public static class LabMailCertificate
{
    /// <summary>Makes an authority that nobody trusts unless told to.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>The authority with its key.</returns>
    public static X509Certificate2 Authority(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=AlertAutomaton lab authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        DateTimeOffset now = time.GetUtcNow();
        return Portable(request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30)));
    }

    /// <summary>Makes a server's certificate for <c>localhost</c> and 127.0.0.1.</summary>
    /// <param name="authority">Who signs.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The certificate with its key.</returns>
    public static X509Certificate2 ForLocalhost(X509Certificate2 authority, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        DateTimeOffset now = time.GetUtcNow();
        byte[] serial = now.ToUnixTimeMilliseconds() is var stamp ? BitConverter.GetBytes(stamp) : [];
        serial[0] &= 0x7f;
        using X509Certificate2 signed = request.Create(authority, now.AddHours(-12), now.AddDays(29), serial);
        return Portable(signed.CopyWithPrivateKey(key));
    }

    /// <summary>Windows serves TLS only with keys that went through a key file.</summary>
    private static X509Certificate2 Portable(X509Certificate2 made)
    {
        using (made)
        {
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
        }
    }
}
