using System.Globalization;
using AlertAutomaton.Speech.Resources;

namespace AlertAutomaton.Speech.Prompts;

/// <summary>Something wrong in the prompt folder, with its place.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Language">Folder of the language, or the whole folder's path.</param>
/// <param name="Name">Prompt, or empty for the manifest itself.</param>
/// <param name="Detail">Technical detail.</param>
public sealed record PromptProblem(PromptProblemKind Kind, string Language, string Name = "", string Detail = "")
{
    /// <summary>One sentence: where, what, and what mends it.</summary>
    public string Describe(CultureInfo culture) => SpeechTexts.Format("Prompt." + Kind, culture, Language, Name, Detail);
}
