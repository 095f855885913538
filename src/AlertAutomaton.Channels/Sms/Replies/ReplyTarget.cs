using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>What a reply answers.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Language">The household's language.</param>
/// <param name="Role">Whether the household or its trusted person was texted.</param>
/// <param name="Recipients">For whom the answer counts: every household on the list that has this number as its own.</param>
/// <param name="Points">The points that have the number.</param>
internal sealed record ReplyTarget(
    Alert Alert, string Language, ContactPointRole Role, IReadOnlyList<RecipientId> Recipients, IReadOnlyList<ContactPointId> Points);
