using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Messages;

public class TortureParseTests
{
    public static TheoryData<string, string> Cases => TortureCase.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_torture_message_is_accepted_or_refused_as_its_index_says(string corpus, string file)
    {
        var item = TortureCase.Get(corpus, file);
        var accepted = SipMessageParser.TryParse(item.Bytes, out var message, out var error);

        switch (item.Parse)
        {
            case "accept":
                Assert.True(accepted, error.ToString());
                Assert.NotNull(message);
                break;
            case "reject":
                Assert.False(accepted);
                Assert.NotEqual(SipParseErrorKind.None, error.Kind);
                break;
            default:
                Assert.Contains(item.Parse, new[] { "either", "none" });
                Assert.Equal(accepted, error.Kind == SipParseErrorKind.None);
                break;
        }
    }
}
