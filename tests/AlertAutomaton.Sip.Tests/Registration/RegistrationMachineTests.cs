using AlertAutomaton.Sip.Registration;
using AlertAutomaton.Sip.Tests.UserAgents;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.Registration;

public sealed class RegistrationMachineTests
{
    private static readonly SipRegistrationOptions Options = new()
    {
        Name = "operator",
        Registrar = AgentPair.Uri("sip:trunk.example"),
        AddressOfRecord = AgentPair.Uri("sip:mairie@trunk.example"),
        Destination = _ => ValueTask.FromResult<SipDestination?>(null),
    };

    [Theory]
    [InlineData("due 200:600", "send600 wait540+Registered")]
    [InlineData("due 200:60 due 200:60", "send600 wait48+Registered send600 wait48")]
    [InlineData("due 200:0", "send600 wait1+Registered")]
    [InlineData("due 423:1800 200:1800", "send600 send1800 wait1740+Registered")]
    [InlineData("due 423:10", "send600 wait300+Failed(423 Interval Too Brief without a usable Min-Expires)")]
    [InlineData("due 500 due 500 due 500", "send600 wait1+Failed(500 x) send600 wait2+Failed(500 x) send600 wait4+Failed(500 x)")]
    [InlineData("due 403 due", "send600 wait300+Failed(403 x) send600")]
    [InlineData("due 401", "send600 wait300+Failed(401 x)")]
    [InlineData("due 503:20", "send600 wait20+Failed(503 x)")]
    [InlineData("due 503:100000", "send600 wait300+Failed(503 x)")]
    [InlineData("due none due 200:600", "send600 wait1+Failed(silence) send600 wait540+Registered")]
    [InlineData("due 200:600 due 500", "send600 wait540+Registered send600 wait1+Registered(500 x)")]
    [InlineData("due 200:600 stop 200:0", "send600 wait540+Registered send0 Stopped")]
    [InlineData("due 200:600 stop none due", "send600 wait540+Registered send0 Stopped ")]
    [InlineData("due 403 stop due", "send600 wait300+Failed(403 x) Stopped ")]
    public void Histories_of_a_registration(string inputs, string expected)
    {
        RegistrationState state = RegistrationMachine.Initial(Options);
        var seen = new List<string>();
        foreach (string word in inputs.Split(' '))
        {
            (state, RegistrationEffect[] effects) = RegistrationMachine.Step(state, InputOf(word), TimeSpan.FromSeconds(1), Options);
            seen.Add(string.Join('+', effects.Select(effect => effect switch
            {
                RegistrationEffect.Send send => $"send{send.Expires.TotalSeconds}",
                RegistrationEffect.Wait wait => $"wait{wait.After.TotalSeconds}",
                RegistrationEffect.Tell { Failure: null } tell => tell.State.ToString(),
                RegistrationEffect.Tell tell => $"{tell.State}({tell.Failure})",
                _ => throw new InvalidOperationException(),
            })));
        }

        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Fact]
    public void The_back_off_grows_to_a_minute_and_no_further()
    {
        RegistrationState state = RegistrationMachine.Initial(Options);
        var waits = new List<double>();
        for (int i = 0; i < 40; i++)
        {
            (state, _) = RegistrationMachine.Step(state, new RegistrationInput.Due(), TimeSpan.Zero, Options);
            (state, RegistrationEffect[] effects) = RegistrationMachine.Step(state, new RegistrationInput.Unreachable("x"), TimeSpan.Zero, Options);
            waits.Add(effects.OfType<RegistrationEffect.Wait>().Single().After.TotalSeconds);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits.Take(8));
        Assert.Equal(60, waits[^1]);
    }

    private static RegistrationInput InputOf(string word)
    {
        string[] parts = word.Split(':');
        TimeSpan? seconds = parts.Length > 1 ? TimeSpan.FromSeconds(int.Parse(parts[1])) : null;
        return parts[0] switch
        {
            "due" => new RegistrationInput.Due(),
            "stop" => new RegistrationInput.Stop(),
            "none" => new RegistrationInput.Unreachable("silence"),
            "200" => new RegistrationInput.Accepted(seconds!.Value),
            "423" => new RegistrationInput.TooBrief(seconds!.Value),
            _ => new RegistrationInput.Refused(int.Parse(parts[0]), "x", seconds),
        };
    }
}
