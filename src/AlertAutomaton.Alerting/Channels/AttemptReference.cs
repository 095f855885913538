using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Channels;

/// <summary>
/// The names under which the world outside speaks of an attempt: the id that a gateway gave to a text, the Message-ID of a mail, the
/// secret of a link, the number that a reply comes from. Stores keep them in an index; see <see cref="Stores.IAlertStore.FindAttemptsAsync"/>.
/// </summary>
public static class AttemptReference
{
    /// <summary>A text, by the gateway that took it and the id that it gave, in the form in which it is to be looked up.</summary>
    /// <param name="gateway">The name of the gateway.</param>
    /// <param name="messageId">The message id.</param>
    /// <returns>The reference.</returns>
    public static string Text(string gateway, string messageId) => $"sms:{gateway}:{messageId}";

    /// <summary>A mail, by the attempt that its Message-ID names.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>The reference.</returns>
    public static string Mail(AttemptId attempt) => $"mail:{attempt}";

    /// <summary>All texts to a number: what a reply from there may answer.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The reference.</returns>
    public static string TextTo(E164Number number) => $"to:{number}";

    /// <summary>An acknowledgement link. Only its hash is stored, so that whoever reads the journal cannot follow it.</summary>
    /// <param name="token">The secret of the link.</param>
    /// <returns>The reference.</returns>
    public static string Link(string token) => $"link:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16))}";
}
