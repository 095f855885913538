using System.Text.Json.Serialization;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>Serialises dialog identities without reflection.</summary>
[JsonSerializable(typeof(SipDialogIdentity))]
internal sealed partial class DialogIdentityJsonContext : JsonSerializerContext;
