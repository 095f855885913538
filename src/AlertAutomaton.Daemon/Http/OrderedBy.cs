namespace AlertAutomaton.Daemon.Http;

/// <summary>Who ordered, as the journal keeps it: the client program by its own name, on this machine.</summary>
internal static class OrderedBy
{
    private const int Longest = 100;

    public static string Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var name = new string([.. agent.Where(character => !char.IsControl(character)).Take(Longest)]);
        return name.Length == 0 ? "http" : "http: " + name;
    }
}
