using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Daemon.Hosting.Duty;

namespace AlertAutomaton.Daemon.Tests.Hosting.Duty;

public sealed class TrunkTroublesTests
{
    private readonly TrunkTroubles _troubles = new();

    [Fact]
    public void One_trunk_of_two_is_named_and_both_together_are_all_of_them()
    {
        Assert.Equal(["system:Trunk:a"], Unwell(("a", true), ("b", false)));
        Assert.Equal(["system:AllTrunks", "system:Trunk:a"], Unwell(("a", true), ("b", true)));
        Assert.Equal(["system:Trunk:b"], Unwell(("a", false), ("b", true)));
        Assert.Empty(Unwell(("a", false), ("b", false)));
    }

    [Fact]
    public void Trunks_that_go_down_at_once_are_named_only_when_one_is_up_again()
    {
        Assert.Equal(["system:AllTrunks"], Unwell(("a", true), ("b", true)));
        Assert.Equal(["system:Trunk:b"], Unwell(("a", false), ("b", true)));
    }

    [Fact]
    public void The_only_trunk_is_all_of_them_and_no_trunk_is_no_trouble()
    {
        Assert.Equal(["system:AllTrunks"], Unwell(("a", true)));
        Assert.Empty(Unwell());
    }

    private IEnumerable<string> Unwell(params (string Name, bool IsDown)[] trunks) =>
        _troubles.Read(trunks).Where(reading => !reading.IsWell).Select(reading => reading.Key).Order(StringComparer.Ordinal);
}
