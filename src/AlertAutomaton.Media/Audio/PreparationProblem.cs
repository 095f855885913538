namespace AlertAutomaton.Media.Audio;

/// <summary>Why audio cannot be made ready for the phone.</summary>
public enum PreparationProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There is no sound above −55 dBov.</summary>
    Silent,

    /// <summary>Less than 0.3 s remain once the silence around is gone.</summary>
    TooShort,
}
