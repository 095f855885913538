using System.Text;
using AlertAutomaton.Sip.Dialogs;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Sip.Tests.Dialogs;

public sealed class SessionBodyTests
{
    [Theory]
    [InlineData("application/sdp", "v=0\r\n", "v=0\r\n")]
    [InlineData("Application/SDP; charset=utf-8", "v=0\r\n", "v=0\r\n")]
    [InlineData("text/plain", "v=0\r\n", "")]
    [InlineData("multipart/mixed;boundary=\"b1\"", "--b1\r\nContent-Type: application/isup\r\n\r\nxx\r\n--b1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns=x\r\n--b1--\r\n", "v=0\r\ns=x\r\n")]
    [InlineData("multipart/mixed;boundary=b1", "--b1\r\nContent-Type: application/isup\r\n\r\nxx\r\n--b1--\r\n", "")]
    [InlineData("multipart/mixed", "--b1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b1--\r\n", "")]
    [InlineData("multipart/mixed;boundary=b1", "--b1\r\nContent-Type: application/sdp\r\n\r\nv=0", "")]
    public void The_session_description_is_found(string type, string body, string expected)
    {
        var message = new SipResponse(200);
        message.SetBody(type, Encoding.UTF8.GetBytes(body));
        Assert.Equal(expected.TrimEnd(), Encoding.UTF8.GetString(SessionBody.Of(message).Span).TrimEnd());
    }
}
