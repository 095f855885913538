using AlertAutomaton.Smpp.Receipts;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Receipts;

public sealed class MessageIdFormsTests
{
    [Theory]
    [InlineData("1A2B", "1a2b")]
    [InlineData("00001A2B", "1A2B")]
    [InlineData("1A2B", "6699")]
    [InlineData("1A2B", "0000006699")]
    [InlineData("6699", "1A2B")]
    [InlineData("0000006699", "00001a2b")]
    [InlineData("b3f1-77AA", "B3F1-77aa")]
    [InlineData("0", "0000")]
    [InlineData(" 77\0", "77")]
    public void The_id_of_a_receipt_is_found_under_the_id_of_the_response(string response, string receipt) =>
        Assert.Contains(MessageIdForms.Canonical(response), MessageIdForms.Of(receipt));

    [Theory]
    [InlineData("1A2B", "1A2C")]
    [InlineData("77", "078")]
    [InlineData("", "")]
    public void Other_ids_are_not_found(string response, string receipt) =>
        Assert.DoesNotContain(MessageIdForms.Canonical(response), MessageIdForms.Of(receipt));

    [Fact]
    public void The_id_as_it_came_is_tried_first_until_the_gateway_is_known()
    {
        Assert.Equal(["16", "10", "22"], MessageIdForms.Of("16"));
        Assert.Equal(["16"], MessageIdForms.OfReceipt("16", ReceiptIdBase.AsIs));
        Assert.Equal(["10", "16"], MessageIdForms.OfReceipt("16", ReceiptIdBase.HexInResponseDecimalInReceipt));
        Assert.Equal(["22", "16"], MessageIdForms.OfReceipt("16", ReceiptIdBase.DecimalInResponseHexInReceipt));
    }

    [Fact]
    public void A_gateway_is_known_after_some_agreeing_receipts_and_unlearned_by_a_contradiction()
    {
        var detector = new ReceiptIdBaseDetector();
        detector.Observe("1A2B", "6699");
        detector.Observe("1A2C", "6700");
        Assert.Equal(ReceiptIdBase.Detect, detector.Known);
        detector.Observe("5", "5");
        detector.Observe("1A2D", "6701");
        Assert.Equal(ReceiptIdBase.HexInResponseDecimalInReceipt, detector.Known);
        detector.Observe("1A2E", "1a2e");
        Assert.Equal(ReceiptIdBase.Detect, detector.Known);
    }

    [Fact]
    public void No_id_makes_the_forms_throw()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), id => MessageIdForms.Of(id ?? "").Count <= 3).QuickCheckThrowOnFailure();
        Assert.Single(MessageIdForms.Of(new string('9', 300)));
    }
}
