using AlertAutomaton.Alerting.Register;

namespace AlertAutomaton.Alerting.PhoneNumbers;

/// <summary>Which numbers may be called or texted at all, asked before every attempt. A denial wins over a permission.</summary>
public sealed class NumberPolicy
{
    private readonly string[] _allow;
    private readonly string[] _deny;
    private readonly bool _refusePremium;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">What somebody configured.</param>
    public NumberPolicy(NumberPolicyOptions options)
    {
        _allow = [.. options.AllowPrefixes];
        _deny = [.. options.DenyPrefixes];
        _refusePremium = options.RefusePremium;
    }

    /// <summary>A policy that refuses premium numbers only.</summary>
    public static NumberPolicy AllowAll { get; } = new(new NumberPolicyOptions());

    /// <summary>Decides about a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Allowed, or why not.</returns>
    public NumberVerdict Decide(E164Number number)
    {
        if (number.IsEmpty)
        {
            return NumberVerdict.NoNumber;
        }

        if (StartsWithAny(number, _deny))
        {
            return NumberVerdict.Denied;
        }

        if (_allow.Length > 0 && !StartsWithAny(number, _allow))
        {
            return NumberVerdict.NotAllowed;
        }

        return _refusePremium && NumberingPlans.LineTypeOf(number) == PhoneLineType.Premium ? NumberVerdict.Premium : NumberVerdict.Allowed;
    }

    /// <summary>True when a contact point may be used: its number is allowed, or it has none.</summary>
    /// <param name="point">The point.</param>
    /// <returns>True when it may.</returns>
    public bool Allows(in ContactPoint point) =>
        point.Kind is ChannelKind.Email or ChannelKind.Push || Decide(point.Number) == NumberVerdict.Allowed;

    private static bool StartsWithAny(E164Number number, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (number.StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
