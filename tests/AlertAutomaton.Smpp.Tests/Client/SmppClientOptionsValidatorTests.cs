using AlertAutomaton.Smpp.Client;

namespace AlertAutomaton.Smpp.Tests.Client;

public sealed class SmppClientOptionsValidatorTests
{
    private static readonly SmppClientOptions Good = new() { Host = "smsc.example.net", SystemId = "town" };

    [Fact]
    public void The_defaults_are_good() => Assert.Empty(SmppClientOptionsValidator.Validate(Good));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var bad = Good with { Host = "", Port = 0, SystemId = new string('a', 16), Window = 0, SegmentsPerSecond = 0, PinnedAuthoritiesFile = "none.pem" };
        string all = string.Join('\n', SmppClientOptionsValidator.Validate(bad));
        Assert.All(
            new[] { "Host", "Port", "SystemId", "Window", "SegmentsPerSecond", "PinnedAuthoritiesFile is set", "does not exist" },
            name => Assert.Contains(name, all, StringComparison.Ordinal));
    }

    [Fact]
    public void The_password_never_shows()
    {
        Assert.DoesNotContain("hunter2", (Good with { Password = "hunter2" }).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunteré", string.Join('\n', SmppClientOptionsValidator.Validate(Good with { Password = "hunteré" })), StringComparison.Ordinal);
    }
}
