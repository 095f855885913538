using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Operators;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.Configuration.Validation;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Phones;

/// <summary>Reads a new operator, or a new PIN.</summary>
internal sealed class OperatorReader(LaunchSettings settings, FieldProblems problems, TimeProvider time)
{
    private const int LongestName = 100;
    private const int MostLanguages = 8;

    public Operator Read(AddOperatorRequest order)
    {
        if (order.Number.Length is < Operator.FewestDigits or > Operator.MostDigits || !order.Number.All(char.IsAsciiDigit))
        {
            problems.Add("/number", "operator-number", Operator.FewestDigits, Operator.MostDigits);
        }

        if (order.Name.Trim().Length is 0 or > LongestName)
        {
            problems.Add("/name", "name", LongestName);
        }

        if (!Enum.TryParse<OperatorRole>(order.Role, ignoreCase: true, out var role) || !order.Role.All(char.IsAsciiLetter))
        {
            problems.Add("/role", "operator-role", order.Role, string.Join(", ", Enum.GetValues<OperatorRole>().Select(AlertResources.Word)));
        }

        if (order.Languages.Count > MostLanguages || !order.Languages.All(language => language is { Length: 2 } && language.All(char.IsAsciiLetterLower)))
        {
            problems.Add("/languages", "operator-languages", MostLanguages);
        }

        E164Number? phone = null;
        if (order.Phone is { Length: > 0 } written)
        {
            if (NationalNumbering.TryParse(written, settings.Country, out var number, out var refusal))
            {
                phone = number;
            }
            else
            {
                problems.Add("/phone", "phone", new TextKey($"number.{refusal}"));
            }
        }

        return new Operator
        {
            Id = OperatorId.New(time),
            Organisation = settings.Organisation,
            Number = order.Number,
            Name = order.Name.Trim(),
            Role = role,
            Languages = order.Languages,
            RegisteredPhone = phone,
            MayLaunch = order.MayLaunch,
            MayApprove = order.MayApprove,
        };
    }

    /// <summary>Judges new PINs; what is said of them never repeats a digit.</summary>
    public void Check(SetPinRequest order, Operator who)
    {
        var phone = who.RegisteredPhone?.ToString() ?? "";
        CheckOne("/pin", PinRules.Check(order.Pin, who.Number, phone));
        if (order.DuressPin is { } duress)
        {
            CheckOne("/duressPin", string.Equals(duress, order.Pin, StringComparison.Ordinal) ? PinFault.NearTheOther : PinRules.Check(duress, who.Number, phone, order.Pin));
        }
    }

    private void CheckOne(string pointer, PinFault fault)
    {
        if (fault != PinFault.None)
        {
            problems.Add(pointer, "pin." + fault, PinRules.FewestDigits, PinRules.MostDigits);
        }
    }
}
