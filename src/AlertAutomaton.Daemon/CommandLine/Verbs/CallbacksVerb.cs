using System.CommandLine;
using AlertAutomaton.Daemon.CommandLine.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>callbacks list|close</c>: residents who phoned and asked to be registered, in a running daemon.</summary>
internal static class CallbacksVerb
{
    public static Command Build(VerbSupport support) => new("callbacks", support.Texts["cli.callbacks"]) { List(support), CallbacksCloseVerb.Build(support) };

    private static Command List(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var closed = new Option<bool>("--closed") { Description = support.Texts["cli.callbacks.list.closed"] };
        var list = new Command("list", support.Texts["cli.callbacks.list"]) { closed, config, url };
        support.Run(list, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk => parsed.GetValue(closed)
                ? Say(context, await desk.ListClosedCallbacksAsync(cancel), CallbackTables.Show)
                : Say(context, await desk.ListCallbacksAsync(cancel), CallbackTables.Show)));
        return list;
    }

    private static int Say<T>(CommandContext context, IReadOnlyList<T> callbacks, Action<CommandContext, IReadOnlyList<T>> show)
    {
        if (context.Json)
        {
            context.WriteJson(callbacks);
        }
        else
        {
            show(context, callbacks);
        }

        return ExitCode.Success;
    }
}
