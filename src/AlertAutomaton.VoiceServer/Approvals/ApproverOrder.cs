using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;

namespace AlertAutomaton.VoiceServer.Approvals;

/// <summary>Whom to call for an approval, in order: the mayor, the duty officer, the others; each by number. Pure.</summary>
internal static class ApproverOrder
{
    public static IReadOnlyList<Operator> Of(IEnumerable<Operator> operators, OperatorId submittedBy) =>
    [
        .. operators
            .Where(who => who is { Active: true, MayApprove: true, Pin: not null, RegisteredPhone: not null } && who.Id != submittedBy)
            .OrderBy(who => who.Role switch
            {
                OperatorRole.Mayor => 0,
                OperatorRole.DutyOfficer => 1,
                _ => 2,
            })
            .ThenBy(who => who.Number, StringComparer.Ordinal),
    ];
}
