using System.CommandLine;
using AlertAutomaton.Daemon.CommandLine.Phones;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>callbacks list</c>: residents who phoned and asked to be registered.</summary>
internal static class CallbacksVerb
{
    public static Command Build(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var list = new Command("list", support.Texts["cli.callbacks.list"]) { config, url };
        support.Run(list, (context, parsed, cancel) =>
            RemoteDesk.UsePhonesAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var callbacks = await desk.ListCallbacksAsync(cancel);
                if (context.Json)
                {
                    context.WriteJson(callbacks);
                }
                else
                {
                    PhoneTables.Show(context, callbacks);
                }

                return ExitCode.Success;
            }));
        return new Command("callbacks", support.Texts["cli.callbacks"]) { list };
    }
}
