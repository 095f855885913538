using System.Text.Json;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>The text in which a dialog is kept for a later process.</summary>
internal static class DialogIdentityJson
{
    /// <summary>The text of a dialog.</summary>
    public static string Write(SipDialogIdentity identity) => JsonSerializer.Serialize(identity, DialogIdentityJsonContext.Default.SipDialogIdentity);
}
