namespace AlertAutomaton.Lab.Mail;

/// <summary>What a mail server does with a command.</summary>
/// <param name="State">What it knows afterwards.</param>
/// <param name="Reply">What it answers, lines separated by CR LF.</param>
/// <param name="Next">What follows.</param>
internal sealed record SmtpServerStep(SmtpServerState State, string Reply, SmtpServerNext Next = SmtpServerNext.Command);
