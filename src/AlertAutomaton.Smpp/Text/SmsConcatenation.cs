namespace AlertAutomaton.Smpp.Text;

/// <summary>How long text is sent, per gateway.</summary>
public enum SmsConcatenation
{
    /// <summary>User data header with an 8-bit reference: the most widely accepted.</summary>
    UserDataHeader8,

    /// <summary>User data header with a 16-bit reference.</summary>
    UserDataHeader16,

    /// <summary>sar_msg_ref_num, sar_total_segments, sar_segment_seqnum (SMPP 3.4 §5.3.2.22 to 24): the gateway builds the header.</summary>
    SegmentationParameters,

    /// <summary>message_payload (§5.3.2.32): the gateway cuts the text.</summary>
    MessagePayload,
}
