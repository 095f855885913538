namespace AlertAutomaton.Smpp.Text;

/// <summary>A text ready to be submitted.</summary>
/// <param name="DataCoding">data_coding (SMPP 3.4 §5.2.19).</param>
/// <param name="Segments">One submit_sm each, in order.</param>
/// <param name="Size">Its size; with message_payload one submit_sm counts several segments.</param>
public sealed record EncodedSms(byte DataCoding, IReadOnlyList<SmsSegment> Segments, SmsSize Size);
