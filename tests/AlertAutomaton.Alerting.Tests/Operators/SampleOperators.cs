using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;

namespace AlertAutomaton.Alerting.Tests.Operators;

internal static class SampleOperators
{
    public static OrganisationId Town { get; } = OrganisationId.New(TimeProvider.System);

    public static E164Number Phone { get; } = E164Number.TryParse("+33639980042", out var number) ? number : default;

    public static Operator Operator(string number, PinSecret? pin = null) => new()
    {
        Id = OperatorId.New(TimeProvider.System), Organisation = Town, Number = number, Name = "On call", Pin = pin, RegisteredPhone = Phone, MayLaunch = true, MayApprove = true,
    };
}
