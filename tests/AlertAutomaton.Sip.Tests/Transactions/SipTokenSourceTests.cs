using AlertAutomaton.Sip.Transactions;

namespace AlertAutomaton.Sip.Tests.Transactions;

public sealed class SipTokenSourceTests
{
    [Fact]
    public void Own_tags_are_recognised_and_others_are_not()
    {
        string tag = SipTokenSource.NewTag();
        Assert.True(SipTokenSource.IsOwnTag(tag));
        Assert.False(SipTokenSource.IsOwnTag(null));
        Assert.False(SipTokenSource.IsOwnTag(string.Empty));
        Assert.False(SipTokenSource.IsOwnTag(tag[1..]));
        Assert.False(SipTokenSource.IsOwnTag((tag[0] == 'a' ? "b" : "a") + tag[1..]));
    }

    [Fact]
    public void Branches_carry_the_magic_cookie_and_never_repeat()
    {
        string[] branches = [.. Enumerable.Range(0, 1_000).Select(_ => SipTokenSource.NewBranch())];
        Assert.All(branches, branch => Assert.StartsWith("z9hG4bK", branch));
        Assert.Equal(branches.Length, branches.Distinct().Count());
    }
}
