using System.CommandLine;
using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Daemon.CommandLine.Duty;
using AlertAutomaton.Daemon.Desk.Duty;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary><c>duty show|list|note|resolve|prepare</c>: who is on duty, what waits for them, and acting on it without a call.</summary>
internal static class DutyVerb
{
    public static Command Build(VerbSupport support) => new("duty", support.Texts["cli.duty"])
    {
        Read(support, "show", (desk, cancel) => desk.ShowAsync(cancel), DutyTables.Show),
        Read(support, "list", (desk, cancel) => desk.ListAsync(cancel), DutyTables.Show),
        Note(support),
        Resolve(support),
        Prepare(support),
    };

    private static Command Read<T>(VerbSupport support, string name, Func<IDutyConsole, CancellationToken, Task<T>> read, Action<CommandContext, T> show)
    {
        var config = support.Config();
        var url = support.Url();
        var command = new Command(name, support.Texts["cli.duty." + name]) { config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseDutyAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var found = await read(desk, cancel);
                if (context.Json)
                {
                    context.WriteJson(found);
                }
                else
                {
                    show(context, found);
                }

                return ExitCode.Success;
            }));
        return command;
    }

    private static Command Note(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var id = Id(support);
        var who = new Option<string>("--operator") { Description = support.Texts["cli.duty.operator"], Required = true };
        var command = new Command("note", support.Texts["cli.duty.note"]) { id, who, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseDutyAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                DutyReport.Of(context, await desk.NoteAsync(parsed.GetValue(id), CommandContext.Value(parsed, who), cancel), "cli.duty.note.done")));
        return command;
    }

    private static Command Resolve(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var id = Id(support);
        var reason = new Option<string?>("--reason") { Description = support.Texts["cli.duty.reason"] };
        var command = new Command("resolve", support.Texts["cli.duty.resolve"]) { id, reason, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseDutyAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
                DutyReport.Of(context, await desk.ResolveAsync(parsed.GetValue(id), parsed.GetValue(reason), "cli", cancel), "cli.duty.resolve.done")));
        return command;
    }

    private static Command Prepare(VerbSupport support)
    {
        var config = support.Config();
        var url = support.Url();
        var scenario = new Argument<int>("scenario") { Description = support.Texts["cli.duty.scenario"] };
        var kind = new Option<string>("--kind") { Description = support.Texts["cli.duty.kind"], Required = true };
        var key = new Option<string?>("--key") { Description = support.Texts["cli.duty.key"] };
        kind.AcceptOnlyFromAmong("real", "exercise");
        var command = new Command("prepare", support.Texts["cli.duty.prepare"]) { scenario, kind, key, config, url };
        support.Run(command, (context, parsed, cancel) =>
            RemoteDesk.UseDutyAsync(context, CommandContext.Value(parsed, config), parsed.GetValue(url), async desk =>
            {
                var order = new PrepareDutyDraftRequest { Scenario = parsed.GetValue(scenario), Kind = CommandContext.Value(parsed, kind) };
                return DutyReport.Of(context, await desk.PrepareAsync(order, parsed.GetValue(key) ?? $"cli-{Guid.CreateVersion7(context.Time.GetUtcNow())}", cancel), "cli.duty.prepare.done");
            }));
        return command;
    }

    private static Argument<Guid> Id(VerbSupport support) => new("id") { Description = support.Texts["cli.duty.id"] };
}
