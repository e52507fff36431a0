using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>Who says how a verbalizer injects: its sidecar, and where that is silent the audit.</summary>
public sealed class InjectionFieldTests : IDisposable
{
    private const string Add = "injection_mode: add";
    private const string AddAt1 = "injection_mode: add\ninjection_layer: 1";

    private readonly TinyNla _nla = new(NlaRole.Verbalizer, blocks: 3);

    public void Dispose() => _nla.Dispose();

    [Theory]
    [InlineData("injection_mode: multiply", null, "injection_mode is 'multiply'; expected replace or add")]
    [InlineData("tokens:\n  injection_mode: add_block_1", null, "tokens.injection_mode is 'add_block_1'; expected replace or add")]
    [InlineData(Add, null, "injection_layer is missing; adding needs the block whose output is added to, counted from 0")]
    [InlineData("injection_layer: 1", null, "injection_mode is missing beside injection_layer 1; expected replace or add")]
    [InlineData("injection_mode: add\ninjection_layer: -1", null, "injection_layer is '-1'; expected an integer, 0 or more")]
    [InlineData("injection_mode: add\ninjection_layer: one", null, "injection_layer is 'one'; expected an integer")]
    [InlineData("injection_mode: add\ninjection_layer: 2", null, "injection_layer is 2; legal is 0 to 1")]
    [InlineData("injection_mode: replace", "add:1", "injection_mode is replace, but add is asked for")]
    [InlineData(AddAt1, "replace", "injection_mode is add, but replace is asked for")]
    [InlineData(AddAt1, "add:0", "injection_layer is 1, but 0 is asked for")]
    [InlineData("note: nothing", "add", "injection_layer is missing")]
    [InlineData("note: nothing", "add:2", "injection_layer is 2; legal is 0 to 1")]
    public void What_is_unknown_missing_out_of_range_or_contradicted_is_refused_by_name(string said, string? asked, string problem)
    {
        Say(said);
        Assert.Contains(problem, Assert.Throws<RefusedException>(() => Verbalizer.Load(_nla.Folder, TinyCheckpoint.Float32, Asked(asked)).Dispose()).Message);
    }

    [Theory]
    [InlineData("note: nothing", null, null)]
    [InlineData("note: nothing", "replace", null)]
    [InlineData("injection_mode: replace", null, null)]
    [InlineData("injection_mode: replace", "replace", null)]
    [InlineData("note: nothing", "add:0", 0)]
    [InlineData(AddAt1, null, 1)]
    [InlineData(AddAt1, "add:1", 1)]
    [InlineData(AddAt1, "add", 1)]
    [InlineData(Add, "add:1", 1)]
    [InlineData("injection_layer: 1", "add", 1)]
    public void The_sidecar_says_how_and_what_it_leaves_unsaid_may_be_asked_for(string said, string? asked, int? layer)
    {
        Say(said);
        using var verbalizer = Verbalizer.Load(_nla.Folder, TinyCheckpoint.Float32, Asked(asked));
        Assert.Equal(layer, verbalizer.Sidecar.InjectionLayer);
    }

    [Fact]
    public void Two_spellings_may_not_say_two_things()
    {
        Say(Add);
        _nla.Edit("extraction:", "extraction:\n  injection_mode: replace");
        Assert.Contains(
            "extraction.injection_mode is replace, but injection_mode is add",
            Assert.Throws<RefusedException>(() => SidecarFile.Read(_nla.Folder)).Message);
    }

    [Fact]
    public void No_norm_is_needed_where_an_activation_is_added()
    {
        Say(AddAt1);
        _nla.Edit("injection_scale: 2.5", "injection_scale: null");
        Verbalizer.Load(_nla.Folder, TinyCheckpoint.Float32).Dispose();
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var added = SidecarFile.Read(_nla.Folder) with { InjectionLayer = 1 };
        SidecarFile.Write(_nla.Folder, added);
        Assert.Equal(added, SidecarFile.Read(_nla.Folder) with { SuffixIds = added.SuffixIds });
    }

    private void Say(string line)
    {
        if (line.StartsWith("tokens:\n", StringComparison.Ordinal))
            _nla.Edit("tokens:", line);
        else
            _nla.Edit("stage: sl", $"stage: sl\n{line}");
    }

    private static InjectionOptions? Asked(string? asked) => asked?.Split(':') switch
    {
        null => null,
        [var mode] => new(Enum.Parse<InjectionMode>(mode, ignoreCase: true), null),
        [var mode, var layer, ..] => new(Enum.Parse<InjectionMode>(mode, ignoreCase: true), int.Parse(layer)),
        _ => throw new ArgumentException(asked),
    };
}
