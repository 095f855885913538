namespace AlertAutomaton.Sip.Tests;

/// <summary>One line of an index.tsv of expected verdicts, with the message beside it.</summary>
internal sealed record TortureCase(string File, string Parse, string UasVerdict, string StreamVerdict, byte[] Bytes)
{
    public static IReadOnlyList<TortureCase> Load(string corpus)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpora", corpus);
        var lines = System.IO.File.ReadAllLines(Path.Combine(folder, "index.tsv"));
        var columns = lines[0].Split('\t');
        var cases = new List<TortureCase>();
        foreach (var cells in lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')))
        {
            string Cell(string name) => Array.IndexOf(columns, name) is var index and >= 0 && index < cells.Length ? cells[index] : string.Empty;
            var path = Path.Combine(folder, Cell("file"));
            cases.Add(new TortureCase(
                Cell("file"),
                Cell("parse"),
                Cell("udp_uas_verdict") + Cell("uas_verdict"),
                Cell("stream_verdict"),
                System.IO.File.ReadAllBytes(System.IO.File.Exists(path) ? path : path + ".dat")));
        }

        return cases;
    }

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var corpus in new[] { "rfc4475", "rfc5118" })
        {
            foreach (var item in Load(corpus))
            {
                data.Add(corpus, item.File);
            }
        }

        return data;
    }

    public static TortureCase Get(string corpus, string file) => Load(corpus).Single(item => item.File == file);
}
