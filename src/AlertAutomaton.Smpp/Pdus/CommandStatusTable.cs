using System.Collections.Frozen;
using System.Globalization;

namespace AlertAutomaton.Smpp.Pdus;

/// <summary>What every command_status means for the message, as a table (SMPP 3.4 §5.1.3).</summary>
public static class CommandStatusTable
{
    private static readonly FrozenDictionary<CommandStatus, (string Name, CommandVerdict Verdict)> Rows =
        new Dictionary<CommandStatus, (string Name, CommandVerdict Verdict)>
        {
            [CommandStatus.Ok] = ("ESME_ROK", CommandVerdict.Accepted),
            [CommandStatus.InvalidMessageLength] = ("ESME_RINVMSGLEN", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidCommandLength] = ("ESME_RINVCMDLEN", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidCommandId] = ("ESME_RINVCMDID", CommandVerdict.RejectedMessage),
            [CommandStatus.IncorrectBindStatus] = ("ESME_RINVBNDSTS", CommandVerdict.NotBound),
            [CommandStatus.AlreadyBound] = ("ESME_RALYBND", CommandVerdict.AlreadyBound),
            [CommandStatus.InvalidPriorityFlag] = ("ESME_RINVPRTFLG", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidRegisteredDelivery] = ("ESME_RINVREGDLVFLG", CommandVerdict.RejectedMessage),
            [CommandStatus.SystemError] = ("ESME_RSYSERR", CommandVerdict.Temporary),
            [CommandStatus.InvalidSourceAddress] = ("ESME_RINVSRCADR", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDestinationAddress] = ("ESME_RINVDSTADR", CommandVerdict.RejectedDestination),
            [CommandStatus.InvalidMessageId] = ("ESME_RINVMSGID", CommandVerdict.RejectedMessage),
            [CommandStatus.BindFailed] = ("ESME_RBINDFAIL", CommandVerdict.BindRefused),
            [CommandStatus.InvalidPassword] = ("ESME_RINVPASWD", CommandVerdict.CredentialsRefused),
            [CommandStatus.InvalidSystemId] = ("ESME_RINVSYSID", CommandVerdict.CredentialsRefused),
            [CommandStatus.CancelFailed] = ("ESME_RCANCELFAIL", CommandVerdict.RejectedMessage),
            [CommandStatus.ReplaceFailed] = ("ESME_RREPLACEFAIL", CommandVerdict.RejectedMessage),
            [CommandStatus.MessageQueueFull] = ("ESME_RMSGQFUL", CommandVerdict.Throttled),
            [CommandStatus.InvalidServiceType] = ("ESME_RINVSERTYP", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidNumberOfDestinations] = ("ESME_RINVNUMDESTS", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDistributionList] = ("ESME_RINVDLNAME", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDestinationFlag] = ("ESME_RINVDESTFLAG", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidSubmitWithReplace] = ("ESME_RINVSUBREP", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidEsmClass] = ("ESME_RINVESMCLASS", CommandVerdict.RejectedMessage),
            [CommandStatus.CannotSubmitToList] = ("ESME_RCNTSUBDL", CommandVerdict.RejectedMessage),
            [CommandStatus.SubmitFailed] = ("ESME_RSUBMITFAIL", CommandVerdict.Temporary),
            [CommandStatus.InvalidSourceTon] = ("ESME_RINVSRCTON", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidSourceNpi] = ("ESME_RINVSRCNPI", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDestinationTon] = ("ESME_RINVDSTTON", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDestinationNpi] = ("ESME_RINVDSTNPI", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidSystemType] = ("ESME_RINVSYSTYP", CommandVerdict.BindRefused),
            [CommandStatus.InvalidReplaceFlag] = ("ESME_RINVREPFLAG", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidNumberOfMessages] = ("ESME_RINVNUMMSGS", CommandVerdict.RejectedMessage),
            [CommandStatus.Throttled] = ("ESME_RTHROTTLED", CommandVerdict.Throttled),
            [CommandStatus.InvalidSchedule] = ("ESME_RINVSCHED", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidExpiry] = ("ESME_RINVEXPIRY", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidDefaultMessage] = ("ESME_RINVDFTMSGID", CommandVerdict.RejectedMessage),
            [CommandStatus.ReceiverTemporaryError] = ("ESME_RX_T_APPN", CommandVerdict.Temporary),
            [CommandStatus.ReceiverPermanentError] = ("ESME_RX_P_APPN", CommandVerdict.RejectedMessage),
            [CommandStatus.ReceiverRejected] = ("ESME_RX_R_APPN", CommandVerdict.RejectedMessage),
            [CommandStatus.QueryFailed] = ("ESME_RQUERYFAIL", CommandVerdict.Temporary),
            [CommandStatus.InvalidOptionalParameters] = ("ESME_RINVOPTPARSTREAM", CommandVerdict.RejectedMessage),
            [CommandStatus.OptionalParameterNotAllowed] = ("ESME_ROPTPARNOTALLWD", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidParameterLength] = ("ESME_RINVPARLEN", CommandVerdict.RejectedMessage),
            [CommandStatus.MissingOptionalParameter] = ("ESME_RMISSINGOPTPARAM", CommandVerdict.RejectedMessage),
            [CommandStatus.InvalidOptionalParameterValue] = ("ESME_RINVOPTPARAMVAL", CommandVerdict.RejectedMessage),
            [CommandStatus.DeliveryFailure] = ("ESME_RDELIVERYFAILURE", CommandVerdict.Temporary),
            [CommandStatus.UnknownError] = ("ESME_RUNKNOWNERR", CommandVerdict.Temporary),
        }.ToFrozenDictionary();

    /// <summary>All statuses of the specification.</summary>
    public static IEnumerable<CommandStatus> Known => Rows.Keys;

    /// <summary>The verdict; a status that is not in the specification is <see cref="CommandVerdict.Temporary"/>, because a vendor's code proves nothing.</summary>
    public static CommandVerdict VerdictOf(CommandStatus status) =>
        Rows.TryGetValue(status, out var row) ? row.Verdict : CommandVerdict.Temporary;

    /// <summary>The name of the specification with the number, as a gateway's support wants to hear it: <c>ESME_RTHROTTLED (0x58)</c>.</summary>
    public static string NameOf(CommandStatus status) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Rows.TryGetValue(status, out var row) ? row.Name : "status")} (0x{(uint)status:X2})");
}
