using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.VoiceServer.Approvals;
using AlertAutomaton.VoiceServer.Dialogues;

namespace AlertAutomaton.VoiceServer.Operators;

/// <summary>One operator on one call.</summary>
internal sealed class OperatorSession(OperatorServices services, ApprovalDesk approvals, Dialogue dialogue, Operator who, bool calledBack)
{
    public OperatorServices Services => services;

    public ApprovalDesk Approvals => approvals;

    public Dialogue Dialogue => dialogue;

    public Operator Operator => who;

    public OrganisationId Organisation => who.Organisation;

    /// <summary>True on a call that was placed to the operator's registered number.</summary>
    public bool CalledBack => calledBack;

    /// <summary>The number under which the operator kept a recording in this call.</summary>
    public int? LastRecording { get; set; }

    /// <summary>True once a launch of this call was accepted, or the request for it is on disk.</summary>
    public bool Launched { get; set; }

    /// <summary>True when this call is not good enough for acts, because those are done on call-backs only.</summary>
    public bool NeedsCallBack => services.Options.CallBackToLaunch && !calledBack;

    /// <summary>The name in the journal of alerts.</summary>
    public string SignedAs => $"{who.Name} ({who.Number}, phone)";
}
