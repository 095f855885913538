using System.Globalization;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.Residents;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>The stores of this process.</summary>
internal sealed class PhoneDesk(
    IOperatorStore operators, IScenarioStore scenarios, IContactListStore lists, IScenarioImportStore imports, ICallbackRequestStore requests, PinDesk pins, LaunchSettings settings,
    TimeProvider time) : IPhoneDesk
{
    public async Task<IReadOnlyList<OperatorResource>> ListOperatorsAsync(CancellationToken cancel) =>
        [.. (await operators.ListAsync(settings.Organisation, cancel)).Select(Resource)];

    public async Task<OperatorResource?> FindOperatorAsync(string number, CancellationToken cancel) =>
        await operators.FindAsync(settings.Organisation, number, cancel) is { } who ? Resource(who) : null;

    public Task<PhoneOutcome<OperatorResource>> AddOperatorAsync(AddOperatorRequest order, CancellationToken cancel) => GuardAsync<OperatorResource>(async () =>
    {
        var problems = new FieldProblems(Texts);
        var who = new OperatorReader(settings, problems, time).Read(order);
        return problems.All.Count > 0 ? new PhoneOutcome<OperatorResource>.Invalid(problems.All)
            : await operators.SaveAsync(who, cancel) ? new PhoneOutcome<OperatorResource>.Done(Resource(who))
            : new PhoneOutcome<OperatorResource>.Taken();
    });

    public Task<PhoneOutcome<OperatorResource>> RemoveOperatorAsync(string number, CancellationToken cancel) =>
        ChangeAsync(number, who => Task.FromResult(who with { Active = false, Pin = null }), cancel);

    public async Task<PhoneOutcome<OperatorResource>> SetPinAsync(string number, SetPinRequest order, CancellationToken cancel)
    {
        var problems = new FieldProblems(Texts);
        if (await operators.FindAsync(settings.Organisation, number, cancel) is not { Active: true } known)
        {
            return new PhoneOutcome<OperatorResource>.Unknown();
        }

        new OperatorReader(settings, problems, time).Check(order, known);
        return problems.All.Count > 0
            ? new PhoneOutcome<OperatorResource>.Invalid(problems.All)
            : await ChangeAsync(number, async who => who with { Pin = await Task.Run(() => PinHasher.Hash(order.Pin, order.DuressPin), cancel) }, cancel);
    }

    public Task<PhoneOutcome<OperatorResource>> UnlockAsync(string number, CancellationToken cancel) => ChangeAsync(
        number,
        async who =>
        {
            await pins.UnlockAsync(settings.Organisation, who.Number, cancel);
            return who;
        },
        cancel);

    public async Task<IReadOnlyList<ScenarioResource>> ListScenariosAsync(CancellationToken cancel)
    {
        var all = new List<ScenarioResource>();
        foreach (var scenario in await scenarios.ListAsync(settings.Organisation, cancel))
        {
            all.Add(await ResourceAsync(scenario, cancel));
        }

        return all;
    }

    public async Task<ScenarioResource?> FindScenarioAsync(int number, CancellationToken cancel) =>
        await scenarios.FindAsync(settings.Organisation, number, cancel) is { } scenario ? await ResourceAsync(scenario, cancel) : null;

    public Task<PhoneOutcome<ScenarioImportResponse>> ImportScenariosAsync(ScenarioImportRequest order, CancellationToken cancel) => GuardAsync<ScenarioImportResponse>(async () =>
    {
        var reading = new ScenarioImportReader(settings, Texts, time).Read(order, await scenarios.ListAsync(settings.Organisation, cancel));
        var problems = new FieldProblems(Texts);
        for (var i = 0; i < reading.Scenarios.Count && reading.Problems.Count == 0; i++)
        {
            await CheckGroupsAsync(reading, i, problems, cancel);
        }

        if (reading.Problems.Count + problems.All.Count > 0)
        {
            return new PhoneOutcome<ScenarioImportResponse>.Invalid([.. reading.Problems, .. problems.All]);
        }

        return await imports.SaveAsync(reading.Lists, reading.Scenarios, cancel)
            ? new PhoneOutcome<ScenarioImportResponse>.Done(new ScenarioImportResponse(order.Groups.Count, order.Scenarios.Count))
            : new PhoneOutcome<ScenarioImportResponse>.Taken();
    });

    public Task<PhoneOutcome<ScenarioResource>> RemoveScenarioAsync(int number, CancellationToken cancel) => GuardAsync<ScenarioResource>(async () =>
    {
        if (await scenarios.FindAsync(settings.Organisation, number, cancel) is not { } scenario)
        {
            return new PhoneOutcome<ScenarioResource>.Unknown();
        }

        var resource = await ResourceAsync(scenario, cancel);
        await scenarios.RemoveAsync(scenario.Id, cancel);
        await lists.RemoveAsync(settings.Organisation, ScenarioImportReader.OwnListOf(number), cancel);
        return new PhoneOutcome<ScenarioResource>.Done(resource);
    });

    public async Task<IReadOnlyList<CallbackResource>> ListCallbacksAsync(CancellationToken cancel) =>
        [.. (await requests.ListOpenAsync(settings.Organisation, cancel)).Select(PhoneResources.Of)];

    public async Task<IReadOnlyList<ClosedCallbackResource>> ListClosedCallbacksAsync(CancellationToken cancel) =>
        [.. (await requests.ListClosedAsync(settings.Organisation, cancel)).Select(PhoneResources.Of)];

    public Task<PhoneOutcome<ClosedCallbackResource>> CloseCallbackAsync(Guid id, CloseCallbackRequest order, CancellationToken cancel) =>
        GuardAsync<ClosedCallbackResource>(async () =>
        {
            var problems = new FieldProblems(Texts);
            return CallbackClosingReader.Read(order, problems, time) is not { } closing ? new PhoneOutcome<ClosedCallbackResource>.Invalid(problems.All)
                : await requests.CloseAsync(settings.Organisation, new CallbackRequestId(id), closing, cancel) is { } closed
                    ? new PhoneOutcome<ClosedCallbackResource>.Done(PhoneResources.Of(closed))
                : new PhoneOutcome<ClosedCallbackResource>.Unknown();
        });

    private static OperatorTexts Texts => new(CultureInfo.CurrentUICulture);

    private static async Task<PhoneOutcome<T>> GuardAsync<T>(Func<Task<PhoneOutcome<T>>> change)
    {
        try
        {
            return await change();
        }
        catch (AlertStoreException fault)
        {
            return new PhoneOutcome<T>.Unavailable(fault.Message);
        }
    }

    private Task<PhoneOutcome<OperatorResource>> ChangeAsync(string number, Func<Operator, Task<Operator>> change, CancellationToken cancel) =>
        GuardAsync<OperatorResource>(async () =>
        {
            if (await operators.FindAsync(settings.Organisation, number, cancel) is not { } who)
            {
                return new PhoneOutcome<OperatorResource>.Unknown();
            }

            var changed = await change(who);
            return await operators.SaveAsync(changed, cancel) ? new PhoneOutcome<OperatorResource>.Done(Resource(changed)) : new PhoneOutcome<OperatorResource>.Taken();
        });

    private async Task CheckGroupsAsync(ScenarioImportReading reading, int index, FieldProblems problems, CancellationToken cancel)
    {
        foreach (var group in reading.Scenarios[index].Audience.Groups.Where(group => !reading.Lists.Any(list => string.Equals(list.Name, group, StringComparison.Ordinal))))
        {
            if ((await lists.FindAsync(settings.Organisation, new ScenarioAudience { Groups = [group] }, cancel)).Count == 0)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"/scenarios/{index}/groups"), "group-unknown", group);
            }
        }
    }

    private OperatorResource Resource(Operator who) => PhoneResources.Of(who, pins.LockedUntil(who.Organisation, who.Number));

    private async Task<ScenarioResource> ResourceAsync(Scenario scenario, CancellationToken cancel) =>
        PhoneResources.Of(scenario, (await lists.FindAsync(scenario.Organisation, scenario.Audience, cancel)).Count);
}
