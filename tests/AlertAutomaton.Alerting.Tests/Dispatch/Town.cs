using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Dispatch;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Progress;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>An engine, a store and a town of phones under one manual clock, all on the test's own thread.</summary>
internal sealed class Town
{
    private readonly Func<DeliveryOrder, Phone> _script;
    private readonly int _lines;
    private readonly DispatcherOptions _options;

    public Town(
        Func<DeliveryOrder, Phone> script,
        int lines = 10,
        MemoryStore? store = null,
        ManualTimeProvider? time = null,
        IStandingCallCleaner? cleaner = null,
        WrittenChannel? texts = null,
        DispatcherOptions? options = null)
    {
        _script = script;
        Texts = texts;
        _options = options ?? new DispatcherOptions();
        _lines = lines;
        Time = time ?? new ManualTimeProvider();
        Store = store ?? new MemoryStore();
        Channel = new ScriptedChannel(Time, lines, script);
        Service = new AlertService(Store, texts is null ? [Channel] : [Channel, texts], _options, Time, NullLoggerFactory.Instance, cleaner, pumped: true);
        _ = Service.StartAsync(CancellationToken.None);
        Pump();
    }

    public ManualTimeProvider Time { get; }

    public MemoryStore Store { get; }

    public ScriptedChannel Channel { get; }

    public WrittenChannel? Texts { get; }

    public AlertService Service { get; }

    public static OrganisationId Organisation { get; } = new(new Guid("01990000-0000-7000-8000-000000000001"));

    /// <summary>A new process on the same disk.</summary>
    public Town Restarted(IStandingCallCleaner? cleaner = null) => new(_script, _lines, Store.Reopened(), Time, cleaner, Texts, _options);

    public static E164Number Number(int n) =>
        E164Number.TryParse($"+33199{n:D6}", out var number) ? number : throw new ArgumentOutOfRangeException(nameof(n));

    public Contact Household(int first, int numbers = 1, bool vulnerable = false) => new()
    {
        Id = ContactId.New(Time),
        Organisation = Organisation,
        Name = $"Household {first}",
        Language = "fr",
        Vulnerable = vulnerable,
        Points = [.. Enumerable.Range(0, numbers).Select(i => ContactPoint.Voice(ContactPointId.New(Time), Number(first + i)))],
    };

    /// <summary>A household with a number that is called and texted.</summary>
    public Contact TextedHousehold(int number) => Household(number) is var home
        ? home with { Points = [.. home.Points, ContactPoint.Sms(ContactPointId.New(Time), Number(number))] }
        : home;

    public LaunchRequest Request(IReadOnlyList<Contact> audience, DeliveryPolicy? policy = null, TimeSpan? lifetime = null, AlertKind kind = AlertKind.Real) => new()
    {
        Organisation = Organisation,
        Kind = kind,
        Title = "River",
        Message = new AlertMessage { Id = MessageId.New(Time), Texts = [new MessageText { Language = "fr", Text = "La rivière monte." }] },
        Policy = policy ?? BuiltInPolicies.Alert,
        Lifetime = lifetime ?? TimeSpan.FromHours(2),
        LaunchedBy = "test",
        Audience = audience,
    };

    public AlertId Launch(LaunchRequest request, string? key = null)
    {
        var result = Service.LaunchAsync(request, key ?? Guid.CreateVersion7(Time.GetUtcNow()).ToString(), CancellationToken.None).GetAwaiter().GetResult();
        Assert.Equal(LaunchVerdict.Accepted, result.Verdict);
        Pump();
        return result.Alert;
    }

    public void Pump() => Service.Dispatcher.Pump();

    /// <summary>Lets virtual time pass from timer to timer.</summary>
    public void Run(TimeSpan duration)
    {
        var end = Time.GetUtcNow() + duration;
        Pump();
        while (Time.NextDue is { } due && due <= end)
        {
            Time.Advance(due > Time.GetUtcNow() ? due - Time.GetUtcNow() : TimeSpan.FromMilliseconds(1));
            Pump();
        }

        if (end > Time.GetUtcNow())
        {
            Time.Advance(end - Time.GetUtcNow());
            Pump();
        }
    }

    public AlertProgress Finish(AlertId alert)
    {
        var finished = Service.WaitUntilFinishedAsync(alert, CancellationToken.None);
        for (var hours = 0; hours < 48 && !finished.IsCompleted; hours++)
        {
            Run(TimeSpan.FromHours(1));
        }

        Assert.True(finished.IsCompletedSuccessfully, "the alert did not finish within two days");
        return finished.Result!;
    }

    public AlertProgress Progress(AlertId alert) => Ask(Service.GetProgressAsync(alert))!;

    public T Ask<T>(Task<T> task)
    {
        Pump();
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }
}
