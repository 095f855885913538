using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Links.Pages;

/// <summary>Writes the pages as HTML that needs no script and fetches nothing. Whatever comes from data is encoded. Pure.</summary>
internal sealed class LinkPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly LinkWords _words;
    private readonly StringBuilder _html = new(capacity: 8 * 1024);

    private LinkPage(LinkWords words) => _words = words;

    /// <summary>The page of a link that leads somewhere.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="words">The language of the household.</param>
    /// <param name="notRecorded">True: an answer was given and could not be recorded.</param>
    /// <param name="proposed">The answer that the link of a mail proposes: its button has the focus, and still has to be pressed.</param>
    public static string Of(LinkView view, LinkWords words, bool notRecorded, AcknowledgementOption proposed = AcknowledgementOption.None)
    {
        var page = new LinkPage(words);
        var look = LinkLook.Of(view);
        var who = view.Organisation.Length > 0 ? view.Organisation : words["who.unnamed"];
        page.Begin(look.Name, words[$"what.{look.Name}"] + " – " + who);
        page.Header(look, who, view);
        page._html.Append("<main>");
        page.Notices(view, look);
        page.State(view, notRecorded);
        page.Message(view);
        page.Form(view, proposed);
        page._html.Append("</main>");
        return page.End();
    }

    /// <summary>A page that only says something.</summary>
    /// <param name="words">The language.</param>
    /// <param name="what">Beginning of the keys: <c>gone</c>, <c>busy</c>, <c>broken</c>.</param>
    public static string Saying(LinkWords words, string what)
    {
        var page = new LinkPage(words);
        page.Begin("plain", words[$"{what}.title"]);
        page._html.Append("<main>");
        page.Text("h1", words[$"{what}.title"]);
        page.Text("p", words[$"{what}.text"]);
        page.Text("p", words["danger"], "danger");
        page._html.Append("</main>");
        return page.End();
    }

    private void Header(LinkLook look, string who, LinkView view)
    {
        _html.Append("<header><svg viewBox=\"0 0 48 48\" aria-hidden=\"true\">").Append(look.Sign).Append("</svg><div>");
        Text("h1", _words[$"what.{look.Name}"]);
        Text("p", who, "who");
        Text("p", view.LaunchedAt.ToString("f", _words.Culture), "when");
        _html.Append("</div></header>");
    }

    private void Notices(LinkView view, LinkLook look)
    {
        if (look.Name is "exercise" or "test")
        {
            Text("p", _words[$"notice.{look.Name}"], "notice");
        }

        if (view.ForTrustedPerson)
        {
            Text("p", _words["trusted"], "trusted");
        }
    }

    /// <summary>What became of the answer stands before the message, where nobody has to look for it.</summary>
    private void State(LinkView view, bool notRecorded)
    {
        if (notRecorded)
        {
            _html.Append("<p class=\"failed\" role=\"alert\">").Append(Encoder.Encode(_words["not-recorded"])).Append("</p>");
        }

        var filed = LinkAnswers.For(view).FiledKey(view.OnFile);
        if (filed is not null)
        {
            _html.Append("<p class=\"filed\" role=\"status\">").Append(Encoder.Encode(_words[filed])).Append("</p>");
        }

        if (view.IsOver)
        {
            Text("p", _words[view.Purpose == AlertPurpose.Vital ? "over.alert" : "over.other"], "over");
            if (filed is null)
            {
                Text("p", _words["over.unfiled"]);
            }
        }
    }

    private void Message(LinkView view)
    {
        if (view.Message.Length > 0)
        {
            _html.Append("<p class=\"message\" dir=\"auto\" lang=\"").Append(Encoder.Encode(view.MessageLanguage)).Append("\">")
                .Append(Encoder.Encode(view.Message)).Append("</p>");
        }
    }

    private void Form(LinkView view, AcknowledgementOption proposed)
    {
        if (!view.IsOver)
        {
            var answers = LinkAnswers.For(view);

            // Without an action it goes to the address that shows it, whatever a reverse proxy put before the path.
            _html.Append("<form method=\"post\">");
            Text("p", _words[view.OnFile == AcknowledgementOption.None ? answers.Question : "change"], "question");
            foreach (var choice in answers.Choices)
            {
                _html.Append("<button name=\"answer\" value=\"").Append(choice.Value).Append("\" class=\"").Append(choice.Value).Append('"')
                    .Append(choice.Option == view.OnFile ? " aria-pressed=\"true\"" : "")
                    .Append(choice.Option == proposed ? " autofocus>" : ">").Append(Encoder.Encode(_words[choice.Label])).Append("</button>");
            }

            _html.Append("</form>");
        }

        if (view.Purpose == AlertPurpose.Vital)
        {
            Text("p", _words["danger"], "danger");
        }
    }

    private void Begin(string look, string title)
    {
        _html.Append("<!doctype html>\n<html lang=\"").Append(_words.Culture.TwoLetterISOLanguageName).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Append("<title>").Append(Encoder.Encode(title)).Append("</title><style>").Append(LinkStyle.Css).Append("</style></head>")
            .Append("<body class=\"").Append(look).Append("\">");
    }

    private string End() => _html.Append("</body></html>\n").ToString();

    private void Text(string element, string text, string? look = null)
    {
        _html.Append('<').Append(element);
        if (look is not null)
        {
            _html.Append(" class=\"").Append(look).Append('"');
        }

        _html.Append('>').Append(Encoder.Encode(text)).Append("</").Append(element).Append('>');
    }
}
