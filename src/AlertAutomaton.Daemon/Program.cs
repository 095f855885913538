using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using AlertAutomaton.Daemon.CommandLine;
using AlertAutomaton.Daemon.Configuration;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interrupts = new Interrupts(() => Environment.Exit(ExitCode.Interrupted));
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

return await CommandLineRoot.RunAsync(args, new CommandSurroundings
{
    Out = Console.Out,
    Error = Console.Error,
    In = Console.In,
    ReadHidden = Console.IsInputRedirected ? null : HiddenLine.Read,
    IsTerminal = !Console.IsOutputRedirected && !Console.IsInputRedirected,
    Environment = new ReadOnlyDictionary<string, string>(ConfigurationReader.ProcessEnvironment().ToDictionary(StringComparer.Ordinal)),
    Time = TimeProvider.System,
    Interrupts = interrupts,
});

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupts.Signal();
}
