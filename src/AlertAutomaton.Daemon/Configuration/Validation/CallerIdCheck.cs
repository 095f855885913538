using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Holds a caller id against what operators of the country let an automaton show.</summary>
internal static class CallerIdCheck
{
    public static void Check(string callerId, string country, string path, ValidationReport report)
    {
        var verdict = CallerIdRules.Judge(callerId, country);
        switch (verdict)
        {
            case CallerIdVerdict.Allowed:
                break;
            case CallerIdVerdict.NotJudged when !NationalNumbering.IsKnown(country):
                break;
            case CallerIdVerdict.NotJudged:
                report.Warning("caller-id-unjudged", path, country);
                break;
            case CallerIdVerdict.NotANumber:
                report.Error("caller-id-malformed", path, callerId);
                break;
            default:
                // A warning: an operator may have agreed otherwise, and a wrong error would keep a town from calling.
                report.Warning("caller-id-refused", path, callerId, new TextKey($"caller-id.{verdict}"));
                break;
        }
    }
}
