using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>The identifier of the one organisation of a data directory, made when the directory is first used and kept for ever.</summary>
internal static class OrganisationIdentity
{
    private const string FileName = "organisation-id";

    public static OrganisationId Open(string dataDirectory, TimeProvider time)
    {
        var path = Path.Combine(dataDirectory, FileName);
        if (File.Exists(path) && OrganisationId.TryParse(File.ReadAllText(path).Trim(), out var known))
        {
            return known;
        }

        var made = OrganisationId.New(time);
        var draft = path + ".new";
        File.WriteAllText(draft, made + "\n");
        File.Move(draft, path, overwrite: true);
        return made;
    }
}
