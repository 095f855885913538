namespace AlertAutomaton.Speech.Prompts;

/// <summary>What became of rendering a language.</summary>
/// <param name="Problem">What stopped it; nothing was written then.</param>
/// <param name="Rendered">The prompts made.</param>
public sealed record PromptRenderResult(PromptProblem? Problem, IReadOnlyList<string> Rendered)
{
    /// <summary>True when every prompt was made.</summary>
    public bool IsComplete => Problem is null;

    internal static PromptRenderResult Stopped(PromptProblem problem) => new(problem, []);
}
