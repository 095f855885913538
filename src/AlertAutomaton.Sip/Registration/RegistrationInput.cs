namespace AlertAutomaton.Sip.Registration;

/// <summary>What may happen to a registration.</summary>
internal abstract record RegistrationInput
{
    private RegistrationInput()
    {
    }

    /// <summary>It begins, or its wait is over.</summary>
    public sealed record Due : RegistrationInput;

    /// <summary>200: the registrar keeps it for so long.</summary>
    public sealed record Accepted(TimeSpan Granted) : RegistrationInput;

    /// <summary>423: it has to last at least so long.</summary>
    public sealed record TooBrief(TimeSpan Minimum) : RegistrationInput;

    /// <summary>Any other final response.</summary>
    public sealed record Refused(int StatusCode, string Reason, TimeSpan? RetryAfter) : RegistrationInput;

    /// <summary>No final response, or nothing to send to.</summary>
    public sealed record Unreachable(string Reason) : RegistrationInput;

    /// <summary>The application wants its end.</summary>
    public sealed record Stop : RegistrationInput;
}
