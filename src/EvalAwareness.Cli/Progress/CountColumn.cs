using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EvalAwareness.Cli.Progress;

/// <summary>Units done of all units.</summary>
internal sealed class CountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0}/{task.MaxValue:N0}"));
}
