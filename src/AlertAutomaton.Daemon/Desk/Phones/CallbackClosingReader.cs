using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Launching;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>Reads what became of a wish to be registered.</summary>
internal static class CallbackClosingReader
{
    /// <summary>The closing, or null after every field at fault was listed.</summary>
    public static CallbackClosing? Read(CloseCallbackRequest order, FieldProblems problems, TimeProvider time)
    {
        if (!Enum.TryParse<CallbackOutcome>(order.Outcome, ignoreCase: true, out var outcome) || !order.Outcome.All(char.IsAsciiLetter))
        {
            problems.Add("/outcome", "callback-outcome", order.Outcome, string.Join(", ", Enum.GetValues<CallbackOutcome>().Select(AlertResources.Word)));
        }

        var by = order.By.Trim();
        if (by.Length is 0 or > CallbackClosing.LongestName)
        {
            problems.Add("/by", "callback-by", CallbackClosing.LongestName);
        }

        var note = order.Note?.Trim();
        if (note?.Length > CallbackClosing.LongestNote)
        {
            problems.Add("/note", "text", CallbackClosing.LongestNote);
        }

        return problems.All.Count > 0 ? null : new CallbackClosing { Outcome = outcome, By = by, At = time.GetUtcNow(), Note = string.IsNullOrEmpty(note) ? null : note };
    }
}
