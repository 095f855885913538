using System.Text.RegularExpressions;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Hosting.Mapping;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks each configured policy: its name, its quiet hours, its ladders, and the whole as the engine will check it.</summary>
internal sealed partial class PolicyValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < options.Policies.Count; i++)
        {
            var path = $"Policies[{i}]";
            var policy = options.Policies[i];
            var sound = true;
            Check(NameForm().IsMatch(policy.Name), "policy-name", "Name", policy.Name);
            Check(names.Add(policy.Name), "policy-name-twice", "Name", policy.Name);
            Check(policy.Lanes.Count is >= 1 and <= DeliveryPolicy.MaximumLanes, "policy-lanes", "Lanes", DeliveryPolicy.MaximumLanes, policy.Lanes.Count);
            Check(policy.NetworkBackOffSeconds.Count > 0, "policy-waits", "NetworkBackOffSeconds");
            Check(policy.QuietFrom.Length == 0 || PolicyMapping.TryReadHour(policy.QuietFrom, out _), "policy-hour", "QuietFrom", policy.QuietFrom);
            Check(policy.QuietTo.Length == 0 || PolicyMapping.TryReadHour(policy.QuietTo, out _), "policy-hour", "QuietTo", policy.QuietTo);
            Check(policy.QuietFrom.Length == 0 == (policy.QuietTo.Length == 0), "policy-quiet-half", policy.QuietFrom.Length == 0 ? "QuietTo" : "QuietFrom");
            for (var j = 0; j < policy.Lanes.Count; j++)
            {
                var lane = policy.Lanes[j];
                Check(lane.PassDelaysSeconds.Count > 0, "policy-waits", $"Lanes[{j}].PassDelaysSeconds");
                Check(lane.OnEventDayAt.Length == 0 || PolicyMapping.TryReadHour(lane.OnEventDayAt, out _), "policy-hour", $"Lanes[{j}].OnEventDayAt", lane.OnEventDayAt);
                Check(!string.Equals(lane.Voicemail, nameof(VoicemailMode.LastPass), StringComparison.Ordinal) || lane.Passes > 0, "policy-last-pass", $"Lanes[{j}].Voicemail");
            }

            if (sound)
            {
                foreach (var fault in DeliveryPolicyValidator.Validate(PolicyMapping.Map(policy)))
                {
                    report.Error("policy-unsound", path, fault);
                }
            }

            void Check(bool well, string code, string at, params IReadOnlyList<object> arguments)
            {
                if (!well)
                {
                    sound = false;
                    report.Error(code, $"{path}.{at}", arguments);
                }
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
