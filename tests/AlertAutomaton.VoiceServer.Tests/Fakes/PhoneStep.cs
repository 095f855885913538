namespace AlertAutomaton.VoiceServer.Tests.Fakes;

/// <summary>What somebody on a scripted phone does next.</summary>
internal abstract record PhoneStep
{
    /// <summary>Presses a key, into whatever is being said.</summary>
    internal sealed record Press(char Key) : PhoneStep;

    /// <summary>Lets one question pass unanswered.</summary>
    internal sealed record StayQuiet : PhoneStep;

    /// <summary>Lets one prompt be said to its end.</summary>
    internal sealed record Listen : PhoneStep;

    /// <summary>Does something else in between, such as reading a store.</summary>
    internal sealed record Do(Func<Task> What) : PhoneStep;
}
