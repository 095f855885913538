using System.Security.Cryptography;
using System.Text;

namespace AlertAutomaton.Daemon.Links.Pages;

/// <summary>The one style of all pages, and the policy that allows it and nothing else.</summary>
internal static class LinkStyle
{
    /// <summary>Resources/link-page.css.</summary>
    public static string Css { get; } = Load();

    /// <summary>Content-Security-Policy: no script, no image, no frame, forms only to where they came from.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static string Load()
    {
        using var css = new StreamReader(typeof(LinkStyle).Assembly.GetManifestResourceStream("link-page.css")!, Encoding.UTF8);

        // The parser of a browser makes one line end of two; the hash must be that of what it sees.
        return css.ReadToEnd().ReplaceLineEndings("\n");
    }
}
