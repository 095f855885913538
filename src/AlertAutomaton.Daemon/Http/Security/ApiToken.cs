using System.Security.Cryptography;
using System.Text;

namespace AlertAutomaton.Daemon.Http.Security;

/// <summary>
/// The secret that allows giving orders: 256 random bits in the file <c>api-token</c> of the data directory, readable by its owner only.
/// Other programs of this machine (and web pages in its browser) reach loopback too; they must not be able to launch an alert.
/// </summary>
internal sealed class ApiToken
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "api-token";

    private const int Bytes = 32;

    private readonly byte[] _hash;

    private ApiToken(string value)
    {
        Value = value;
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(value));
    }

    public string Value { get; }

    /// <summary>Reads the token of a data directory, making one when there is none.</summary>
    public static ApiToken Open(string dataDirectory)
    {
        if (Read(dataDirectory) is { } known)
        {
            return known;
        }

        var path = Path.Combine(dataDirectory, FileName);
        var value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.ASCII.GetBytes(value));
        }

        return new ApiToken(value);
    }

    /// <summary>The token of a data directory, or null when there is none that this account may read.</summary>
    public static ApiToken? Read(string dataDirectory)
    {
        try
        {
            var value = File.ReadAllText(Path.Combine(dataDirectory, FileName)).Trim();
            return value.Length == Bytes * 2 ? new ApiToken(value) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string? presented) =>
        presented is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(presented)), _hash);
}
