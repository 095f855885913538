using System.CommandLine;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Phones;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Daemon.Desk.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>callbacks close PHONE --as done|declined --by NAME</c>: a wish to be registered was dealt with.</summary>
internal static class CallbacksCloseVerb
{
    public static Command Build(VerbSupport support)
    {
        var texts = support.Texts;
        var phone = new Argument<string>("phone") { Description = texts["cli.callbacks.close.phone"] };
        var outcome = new Option<string>("--as") { Description = texts["cli.callbacks.close.as"], Required = true };
        var by = new Option<string>("--by") { Description = texts["cli.callbacks.close.by"], Required = true };
        var note = new Option<string?>("--note") { Description = texts["cli.callbacks.close.note"] };
        var config = support.Config();
        var url = support.Url();
        var command = new Command("close", texts["cli.callbacks.close"]) { phone, outcome, by, note, config, url };
        support.Run(command, (context, parsed, cancel) =>
        {
            var path = CommandContext.Value(parsed, config);
            var order = new CloseCallbackRequest { Outcome = parsed.GetValue(outcome)!, By = parsed.GetValue(by)!, Note = parsed.GetValue(note) };
            return RemoteDesk.UsePhonesAsync(context, path, parsed.GetValue(url), desk => CloseAsync(context, desk, Written(context, path, parsed.GetValue(phone)!), order, cancel));
        });
        return command;
    }

    private static async Task<int> CloseAsync(CommandContext context, IPhoneDesk desk, string phone, CloseCallbackRequest order, CancellationToken cancel)
    {
        var wish = (await desk.ListCallbacksAsync(cancel)).FirstOrDefault(open => string.Equals(open.Phone, phone, StringComparison.Ordinal));
        return wish is null
            ? context.Fail(ExitCode.InvalidInput, "cli.callbacks.close.none", phone)
            : PhoneReport.Of(
                context, await desk.CloseCallbackAsync(wish.Id, order, cancel), "problem.unknown-callback.title",
                closed => context.Say("cli.callbacks.close.done", closed.Request.Phone, context.Texts["callback.outcome." + closed.Outcome]));
    }

    // As the list shows it, in whatever form it was typed; what is no number is looked for as it stands.
    private static string Written(CommandContext context, string config, string typed) =>
        ConfigurationLoading.Load(context, config) is { Organisation.Country: var country } && NationalNumbering.TryParse(typed, country, out var number, out _) ? number.ToString() : typed;
}
