namespace AlertAutomaton.Smpp.Pdus;

/// <summary>command_status (SMPP 3.4 §5.1.3). Values outside the list occur (vendors use 0x400 to 0x4FF) and are kept as they came.</summary>
public enum CommandStatus : uint
{
    /// <summary>ESME_ROK: Done.</summary>
    Ok = 0x00,

    /// <summary>ESME_RINVMSGLEN: sm_length does not fit.</summary>
    InvalidMessageLength = 0x01,

    /// <summary>ESME_RINVCMDLEN: command_length does not fit.</summary>
    InvalidCommandLength = 0x02,

    /// <summary>ESME_RINVCMDID: The far end does not know the command.</summary>
    InvalidCommandId = 0x03,

    /// <summary>ESME_RINVBNDSTS: Not bound for this command.</summary>
    IncorrectBindStatus = 0x04,

    /// <summary>ESME_RALYBND: The account is bound already, or a cut session is not forgotten yet.</summary>
    AlreadyBound = 0x05,

    /// <summary>ESME_RINVPRTFLG: priority_flag is refused.</summary>
    InvalidPriorityFlag = 0x06,

    /// <summary>ESME_RINVREGDLVFLG: registered_delivery is refused.</summary>
    InvalidRegisteredDelivery = 0x07,

    /// <summary>ESME_RSYSERR: The far end has trouble of its own.</summary>
    SystemError = 0x08,

    /// <summary>ESME_RINVSRCADR: The sender is not allowed.</summary>
    InvalidSourceAddress = 0x0A,

    /// <summary>ESME_RINVDSTADR: The number does not exist or is not served.</summary>
    InvalidDestinationAddress = 0x0B,

    /// <summary>ESME_RINVMSGID: The message id is unknown.</summary>
    InvalidMessageId = 0x0C,

    /// <summary>ESME_RBINDFAIL: The bind is refused.</summary>
    BindFailed = 0x0D,

    /// <summary>ESME_RINVPASWD: The password is wrong.</summary>
    InvalidPassword = 0x0E,

    /// <summary>ESME_RINVSYSID: The account is unknown.</summary>
    InvalidSystemId = 0x0F,

    /// <summary>ESME_RCANCELFAIL: cancel_sm failed.</summary>
    CancelFailed = 0x11,

    /// <summary>ESME_RREPLACEFAIL: replace_sm failed.</summary>
    ReplaceFailed = 0x13,

    /// <summary>ESME_RMSGQFUL: The queue of the account is full.</summary>
    MessageQueueFull = 0x14,

    /// <summary>ESME_RINVSERTYP: service_type is refused.</summary>
    InvalidServiceType = 0x15,

    /// <summary>ESME_RINVNUMDESTS: Too many or no destinations.</summary>
    InvalidNumberOfDestinations = 0x33,

    /// <summary>ESME_RINVDLNAME: The distribution list is unknown.</summary>
    InvalidDistributionList = 0x34,

    /// <summary>ESME_RINVDESTFLAG: dest_flag is refused.</summary>
    InvalidDestinationFlag = 0x40,

    /// <summary>ESME_RINVSUBREP: Submit with replace is refused.</summary>
    InvalidSubmitWithReplace = 0x42,

    /// <summary>ESME_RINVESMCLASS: esm_class is refused.</summary>
    InvalidEsmClass = 0x43,

    /// <summary>ESME_RCNTSUBDL: The distribution list takes no message.</summary>
    CannotSubmitToList = 0x44,

    /// <summary>ESME_RSUBMITFAIL: The submission failed; some gateways throttle with it.</summary>
    SubmitFailed = 0x45,

    /// <summary>ESME_RINVSRCTON: The type of number of the sender is refused.</summary>
    InvalidSourceTon = 0x48,

    /// <summary>ESME_RINVSRCNPI: The numbering plan of the sender is refused.</summary>
    InvalidSourceNpi = 0x49,

    /// <summary>ESME_RINVDSTTON: The type of number of the destination is refused.</summary>
    InvalidDestinationTon = 0x50,

    /// <summary>ESME_RINVDSTNPI: The numbering plan of the destination is refused.</summary>
    InvalidDestinationNpi = 0x51,

    /// <summary>ESME_RINVSYSTYP: system_type is refused.</summary>
    InvalidSystemType = 0x53,

    /// <summary>ESME_RINVREPFLAG: replace_if_present_flag is refused.</summary>
    InvalidReplaceFlag = 0x54,

    /// <summary>ESME_RINVNUMMSGS: The number of messages is refused.</summary>
    InvalidNumberOfMessages = 0x55,

    /// <summary>ESME_RTHROTTLED: More per second than agreed.</summary>
    Throttled = 0x58,

    /// <summary>ESME_RINVSCHED: schedule_delivery_time is refused.</summary>
    InvalidSchedule = 0x61,

    /// <summary>ESME_RINVEXPIRY: validity_period is refused.</summary>
    InvalidExpiry = 0x62,

    /// <summary>ESME_RINVDFTMSGID: sm_default_msg_id is unknown.</summary>
    InvalidDefaultMessage = 0x63,

    /// <summary>ESME_RX_T_APPN: The receiver cannot take it now: send it again later.</summary>
    ReceiverTemporaryError = 0x64,

    /// <summary>ESME_RX_P_APPN: The receiver will never take it.</summary>
    ReceiverPermanentError = 0x65,

    /// <summary>ESME_RX_R_APPN: The receiver rejected the message.</summary>
    ReceiverRejected = 0x66,

    /// <summary>ESME_RQUERYFAIL: query_sm failed.</summary>
    QueryFailed = 0x67,

    /// <summary>ESME_RINVOPTPARSTREAM: The optional parameters do not add up.</summary>
    InvalidOptionalParameters = 0xC0,

    /// <summary>ESME_ROPTPARNOTALLWD: An optional parameter is not allowed.</summary>
    OptionalParameterNotAllowed = 0xC1,

    /// <summary>ESME_RINVPARLEN: A parameter has a wrong length.</summary>
    InvalidParameterLength = 0xC2,

    /// <summary>ESME_RMISSINGOPTPARAM: An optional parameter is missing.</summary>
    MissingOptionalParameter = 0xC3,

    /// <summary>ESME_RINVOPTPARAMVAL: An optional parameter has a wrong value.</summary>
    InvalidOptionalParameterValue = 0xC4,

    /// <summary>ESME_RDELIVERYFAILURE: The delivery failed (answer to data_sm).</summary>
    DeliveryFailure = 0xFE,

    /// <summary>ESME_RUNKNOWNERR: The far end does not say what went wrong.</summary>
    UnknownError = 0xFF,
}
