using System.Security.Cryptography;
using System.Text;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Duty;

/// <summary>The keys of duty matters, and what they say to a person.</summary>
internal static class DutyKeys
{
    private const string Draft = "draft:";
    private const string Operator = "operator:";
    private const string Approval = "approval:";

    /// <summary>The key of a prepared alert: the same order repeated is the same matter. Hashed, because whoever orders chooses the text.</summary>
    public static string OfDraft(string idempotencyKey) => Draft + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 8));

    public static string InWords(string key, OperatorTexts texts)
    {
        if (SystemReading.OfKey(key) is { } part)
        {
            return texts.Format("duty.part." + part.Component, part.Name);
        }

        var kind = key.StartsWith(Operator, StringComparison.Ordinal) ? key[Operator.Length..].Split(':')[0] : "";
        return Enum.TryParse<OperatorAlarmKind>(kind, out var alarm) ? texts["duty.operator." + alarm]
            : key.StartsWith(Approval, StringComparison.Ordinal) ? texts["duty.approval"]
            : key.StartsWith(Draft, StringComparison.Ordinal) ? texts["duty.draft"]
            : key;
    }
}
