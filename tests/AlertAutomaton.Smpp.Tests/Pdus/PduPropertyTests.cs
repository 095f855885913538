using AlertAutomaton.Smpp.Pdus;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Pdus;

public sealed class PduPropertyTests
{
    private static readonly Gen<string> Word = ArbMap.Default.GeneratorFor<byte[]>()
        .Select(octets => string.Concat(octets.Where(octet => octet > 0).Take(20).Select(octet => (char)octet)));

    private static readonly Gen<TlvList> Parameters = ArbMap.Default.GeneratorFor<(ushort Tag, byte[] Value)[]>()
        .Select(pairs => new TlvList([.. pairs.Take(8).Select(pair => new Tlv((TlvTag)pair.Tag, OctetString.CopyOf(pair.Value)))]));

    [Fact]
    public void No_octets_make_the_parser_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), octets =>
        {
            byte[] pdu = [0, 0, (byte)((octets.Length + 4) >> 8), (byte)(octets.Length + 4), .. octets];
            _ = PduParser.TryParse(octets, out _, out _, out _);
            return PduParser.TryParse(pdu, out _, out var parsed, out var fault) == (fault.Severity == PduFaultSeverity.None) && (parsed is null) == (fault.Severity != PduFaultSeverity.None);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_message_is_read_as_it_was_written()
    {
        var messages =
            from source in Word
            from destination in Word
            from text in ArbMap.Default.GeneratorFor<byte[]>()
            from bytes in Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), 8)
            from tlvs in Parameters
            select new SubmitSm(new SequenceNumber(17))
            {
                Source = new SmppAddress((TypeOfNumber)bytes[0], (NumberingPlan)bytes[1], source),
                Destination = new SmppAddress((TypeOfNumber)bytes[2], (NumberingPlan)bytes[3], destination),
                EsmClass = bytes[4],
                PriorityFlag = bytes[5],
                DataCoding = bytes[6],
                RegisteredDelivery = bytes[7],
                ShortMessage = OctetString.CopyOf(text.AsSpan(0, Math.Min(text.Length, SmppMessage.LongestShortMessage))),
                Tlvs = tlvs,
            };
        Prop.ForAll(messages.ToArbitrary(), message => ReadAgain(message).Equals(message)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_data_message_is_read_as_it_was_written()
    {
        var messages =
            from source in Word
            from tlvs in Parameters
            select new DataSm(new SequenceNumber(3)) { Source = new SmppAddress(TypeOfNumber.Unknown, NumberingPlan.Unknown, source), Tlvs = tlvs };
        Prop.ForAll(messages.ToArbitrary(), message => ReadAgain(message).Equals(message)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Strings_of_any_length_are_cut_at_their_bounds_and_stay_readable()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), word =>
        {
            string longWord = string.Concat(Enumerable.Repeat(word ?? "", 40));
            var bind = new BindTransceiver(SequenceNumber.First) { SystemId = longWord, Password = longWord, SystemType = longWord };
            var message = new DeliverSm(SequenceNumber.First) { ServiceType = longWord, ValidityPeriod = longWord };
            var response = new SubmitSmResp(CommandStatus.Ok, SequenceNumber.First) { MessageId = longWord };
            return ReadAgain(bind) is BindTransceiver && ReadAgain(message) is DeliverSm && ReadAgain(response) is SubmitSmResp;
        }).QuickCheckThrowOnFailure();
    }

    private static SmppPdu ReadAgain(SmppPdu pdu) =>
        PduParser.TryParse(PduCorpusTests.Write(pdu), out _, out var again, out var fault) ? again : throw new InvalidOperationException(fault.Reason);
}
