using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Daemon.Links.Pages;

/// <summary>Word, colour and shape by which a page says what it is: an exercise must never be taken for the real thing, nor the other way round.</summary>
/// <param name="Name">Class of the page and key of its word.</param>
/// <param name="Sign">Inner SVG of a sign of 48 by 48.</param>
internal sealed record LinkLook(string Name, string Sign)
{
    private const string Bang = "<path class=\"ink\" d=\"M22 17h4l-1 14h-2z\"/><circle class=\"ink\" cx=\"24\" cy=\"36\" r=\"2.4\"/>";

    private static readonly LinkLook Real = new("real", "<path class=\"plate\" d=\"M24 3 46 43H2z\"/>" + Bang);
    private static readonly LinkLook Exercise = new("exercise", "<circle class=\"ring\" cx=\"24\" cy=\"24\" r=\"20\"/><path class=\"plate\" d=\"M17 13h15v5H22v4h8v5h-8v4h10v5H17z\"/>");
    private static readonly LinkLook Test = new("test", "<rect class=\"ring\" x=\"5\" y=\"5\" width=\"38\" height=\"38\"/><path class=\"plate\" d=\"M14 14h20v5h-7v16h-6V19h-7z\"/>");
    private static readonly LinkLook Information = new("information", "<circle class=\"plate\" cx=\"24\" cy=\"24\" r=\"21\"/><circle class=\"ink\" cx=\"24\" cy=\"14\" r=\"3\"/><path class=\"ink\" d=\"M21 20h6v16h-6z\"/>");
    private static readonly LinkLook Convocation = new("convocation", "<rect class=\"plate\" x=\"4\" y=\"8\" width=\"40\" height=\"36\" rx=\"4\"/><path class=\"ink\" d=\"M10 19h28v4H10zM10 28h10v8H10zM12 3h5v9h-5zM31 3h5v9h-5z\"/>");

    public static LinkLook Of(LinkView view) => (view.Kind, view.Purpose) switch
    {
        (AlertKind.Exercise, _) => Exercise,
        (AlertKind.Test, _) => Test,
        (_, AlertPurpose.Information) => Information,
        (_, AlertPurpose.Convocation) => Convocation,
        _ => Real,
    };
}
