using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>Words for the activations of a file: one of our own, and files as other tools write them.</summary>
public sealed class ExplainTests(CapturedFile captured) : IClassFixture<CapturedFile>
{
    private static readonly string Pair = $"--av {OrganismCopy.PathOf("av")} --ar {OrganismCopy.PathOf("ar")}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_captured_is_explained_as_the_engine_explains_it()
    {
        DuckDb.Write(captured.SomeRows(12), captured.At("some.parquet"));
        var explained = await ExplainAsync("some.parquet", "some-words.parquet", $"{Pair} --samples 2 --seed 7 --max-new-tokens 100");

        using var verbalizer = Verbalizer.Load(OrganismCopy.PathOf("av"), ComputeOptions.Parse("cpu", "float32"));
        var requests = DuckDb.Query($"select transcript_id, position, activation_vector from '{captured.At("some.parquet")}'").SelectMany(row =>
            Enumerable.Range(0, 2).Select(sample => new VerbalizationRequest(
                new SampleKey(7, (string)row[0]!, Conditions.Baseline, (int)row[1]!, sample), [.. (List<float>)row[2]!]))).ToList();
        var direct = verbalizer.Explain(requests, new() { Samples = 2, MaxNewTokens = 100 }, Stop);

        Assert.Equal(direct.Select(explanation => explanation.Description), DuckDb.Column<string>($"select description from '{explained}'"));
        Assert.Equal(direct.Select(explanation => explanation.RawResponse), DuckDb.Column<string>($"select raw_response from '{explained}'"));
        Assert.Equal(direct.Select(explanation => explanation.GeneratedTokens), DuckDb.Column<int>($"select generated_tokens from '{explained}'"));
        // The shipped pair carries four fifths of the variance; words of other places less than none.
        Assert.InRange(DuckDb.Value<double>($"select avg(fve_nrm) from '{explained}' where closed"), 0.5, 1);
        Assert.Equal(0L, DuckDb.Value<long>($"select count(*) from '{explained}' where abs(mse - 2 * (1 - cosine_similarity)) > 1e-9"));
    }

    [Fact]
    public async Task A_file_of_another_tool_is_read_and_its_columns_carried_over()
    {
        DuckDb.Write($"""
            select n_raw_tokens, doc_id, activation_vector::double[] as activation_vector, 'a text of ' || position as detokenized_text_truncated,
              (position / 7)::decimal(9, 3) as weight, case when position % 2 = 0 then null else date '2026-05-07' end as day, position % 2 = 0 as even,
              ['a', 'list'] as prompt
            from ({captured.SomeRows(6)})
            """, captured.At("foreign.parquet"));
        var explained = await ExplainAsync("foreign.parquet", "foreign-words.parquet", $"{Pair} --temperature 0 --max-new-tokens 100");

        const string Carried = "n_raw_tokens, doc_id, detokenized_text_truncated, weight, day, even";
        Assert.Equal(DuckDb.Query($"select {Carried} from '{captured.At("foreign.parquet")}'"), DuckDb.Query($"select {Carried} from '{explained}'"));
        Assert.Equal(
            DuckDb.Query($"select column_name, column_type from (describe select {Carried} from '{captured.At("foreign.parquet")}')"),
            DuckDb.Query($"select column_name, column_type from (describe select {Carried} from '{explained}')"));
        Assert.InRange(DuckDb.Value<double>($"select avg(fve_nrm) from '{explained}'"), 0.5, 1);
    }

    [Fact]
    public async Task A_row_that_holds_no_activation_fails_alone()
    {
        DuckDb.Write($"""
            select position, case row_number() over (order by position)
              when 1 then list_transform(activation_vector, lambda x: 'nan'::float) when 2 then list_transform(activation_vector, lambda x: 0::float)
              when 3 then activation_vector[:100] when 4 then null when 5 then list_append(activation_vector[:255], null)
              else activation_vector end as activation_vector
            from ({captured.SomeRows(7)})
            """, captured.At("broken.parquet"));
        var explained = captured.At("broken-words.parquet");
        var (exitCode, output, _) = await RunAsync("broken.parquet", explained, $"{Pair} --samples 2 --max-new-tokens 40 --json");

        Assert.Equal(ExitCode.Quarantined, exitCode);
        Assert.Equal(5, JsonDocument.Parse(output).RootElement.GetProperty("skipped").GetArrayLength());
        Assert.Equal(
            [
                "holds NaN or infinity", "is almost zero: it has no direction to put into words", "has 100 numbers; this NLA reads 256",
                "has 0 numbers; this NLA reads 256", "holds NaN or infinity", null, null,
            ],
            DuckDb.Column<string>($"select problem from '{explained}' where sample = 0 order by position"));
        Assert.Equal(4L, DuckDb.Value<long>($"select count(*) from '{explained}' where raw_response is not null and status <> 'failed'"));
        Assert.Equal(14L, DuckDb.Value<long>($"select count(*) from '{explained}'"));
    }

    [Fact]
    public async Task Without_a_reconstructor_there_is_no_fidelity()
    {
        DuckDb.Write(captured.SomeRows(2), captured.At("two.parquet"));
        var explained = await ExplainAsync("two.parquet", "two-words.parquet", $"--av {OrganismCopy.PathOf("av")} --max-new-tokens 100");

        Assert.Equal(2L, DuckDb.Value<long>(
            $"select count(*) from '{explained}' where mse is null and cosine_similarity is null and fve_nrm is null and raw_response is not null"));
    }

    [Fact]
    public async Task A_verbalizer_injects_as_its_sidecar_says_and_where_it_does_not_as_is_asked_for()
    {
        DuckDb.Write(captured.SomeRows(4), captured.At("four.parquet"));
        using var adding = new OrganismCopy("av");
        adding.Edit("nla_meta.yaml", "role: av", "role: av\ninjection_mode: add\ninjection_layer: 1");
        var said = await WordsAsync($"--av {adding.Path}");

        Assert.Equal(said, await WordsAsync($"--av {OrganismCopy.PathOf("av")} --injection add:1"));
        Assert.NotEqual(said, await WordsAsync($"--av {OrganismCopy.PathOf("av")}"));
        var (exitCode, _, error) = await RunAsync("four.parquet", captured.At("never.parquet"), $"--av {adding.Path} --injection replace");
        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("injection_mode is add, but replace is asked for", error);

        async Task<List<string?>> WordsAsync(string verbalizer) => DuckDb.Column<string>(
            $"select raw_response from '{await ExplainAsync("four.parquet", "four-words.parquet", $"{verbalizer} --temperature 0 --max-new-tokens 40")}'");
    }

    public static TheoryData<string, string, string?> Refused => new()
    {
        { "select position from rows", "there is no column activation_vector, only position", null },
        { "select 'abc' as activation_vector from rows", "the column activation_vector is no list of float or double", null },
        { "select [activation_vector] as activation_vector from rows", "the column activation_vector is no list of float or double", null },
        { "select activation_vector, 0.5 as mse, 'x' as description from rows", "the column mse is one that explain writes", null },
        { "select activation_vector[:100] as activation_vector from rows", "its vectors have 100 numbers; the verbalizer reads 256", null },
        { "select activation_vector, 20 as activation_layer from rows", "activation_layer is 20; the verbalizer reads the output of block 2", null },
        {
            "select list_transform(activation_vector, lambda x: (x / l2_norm)::float) as activation_vector from rows",
            "all vectors have length 1; a verbalizer is given raw activations", null
        },
        { "from rows", "extraction.norm is 'l2'; a verbalizer is given raw activations", "kind: nla_dataset\nextraction: { norm: l2 }" },
        { "from rows", "extraction.layer_index is 20, but the verbalizer reads the output of block 2", "kind: nla_dataset\nextraction: { layer_index: 20 }" },
        { "from rows", "extraction.d_model is 3584, but the verbalizer reads vectors of width 256", "kind: nla_dataset\nextraction: { d_model: 3584 }" },
        { "from rows", "kind is 'nla_model'; expected nla_dataset", "kind: nla_model" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_wrong_as_a_whole_is_refused_and_nothing_is_written(string query, string problem, string? sidecar)
    {
        var folder = Directory.CreateDirectory(captured.At($"refused-{Guid.NewGuid():N}")).FullName;
        var file = Path.Combine(folder, "x.parquet");
        DuckDb.Write($"with rows as ({captured.SomeRows(3)}) {query}", file);
        if (sidecar is not null)
            await File.WriteAllTextAsync($"{file}.nla_meta.yaml", sidecar, Stop);

        var (exitCode, _, error) = await RunAsync(file, Path.Combine(folder, "out", "words.parquet"), Pair);

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains(problem, error);
        Assert.Contains(file, error);
        Assert.Empty(Directory.GetFiles(folder, "words*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_by_name()
    {
        var bytes = await File.ReadAllBytesAsync(captured.File, Stop);
        await File.WriteAllBytesAsync(captured.At("cut.parquet"), bytes[..(bytes.Length / 2)], Stop);
        // The end of a Parquet file says where everything else is.
        bytes.AsSpan(100, 5000).Fill(0xFF);
        await File.WriteAllBytesAsync(captured.At("scratched.parquet"), bytes, Stop);

        foreach (var name in (string[])["cut.parquet", "scratched.parquet"])
        {
            var (exitCode, _, error) = await RunAsync(name, captured.At("never.parquet"), Pair);
            Assert.Equal(ExitCode.Refused, exitCode);
            Assert.Contains($"{captured.At(name)}: no readable table of activations", error);
        }
        Assert.Empty(Directory.GetFiles(captured.At("."), "never*"));
    }

    [Fact]
    public async Task Halves_of_different_pairs_are_refused_before_a_model_loads()
    {
        using var other = new OrganismCopy("ar");
        other.Edit("nla_meta.yaml", "extraction_layer_index: 2", "extraction_layer_index: 1");

        var (exitCode, _, error) = await RunAsync(
            captured.File, captured.At("never.parquet"), $"--av {OrganismCopy.PathOf("av")} --ar {other.Path}");

        Assert.Equal((ExitCode.Refused, "evalaware: The verbalizer reads block 2, the reconstructor block 1.\n"), (exitCode, error));
    }

    /// <summary>The target has the verbalizer's shape and vocabulary, and never writes an explanation.</summary>
    [Fact]
    public async Task A_verbalizer_that_closes_no_tags_is_refused_and_nothing_is_written()
    {
        using var other = new OrganismCopy("av");
        other.Take("model.safetensors", from: OrganismCopy.PathOf("target"));

        var (exitCode, _, error) = await RunAsync(captured.File, captured.At("never.parquet"), $"--av {other.Path}");

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("evalaware: self-test: closing tags: 0 of 8 explanations close their tags", error);
        Assert.Empty(Directory.GetFiles(captured.At("."), "never*"));
    }

    [Theory]
    [InlineData("--samples 0", "--samples: legal is a whole number from 1 to 1024")]
    [InlineData("--temperature -1", "--temperature: legal is a number from 0 to 100")]
    [InlineData("--max-new-tokens 0", "--max-new-tokens: legal is a whole number from 1 to 65536")]
    public async Task Sampling_out_of_range_is_refused(string option, string problem)
    {
        var (exitCode, _, error) = await RunAsync(captured.File, captured.At("never.parquet"), $"{Pair} {option}");

        Assert.Equal((ExitCode.Refused, $"evalaware: {problem}\n"), (exitCode, error));
    }

    private async Task<string> ExplainAsync(string file, string output, string options)
    {
        var (exitCode, _, error) = await RunAsync(file, captured.At(output), options);
        Assert.True(exitCode == 0, error);
        return captured.At(output);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string file, string output, string options) =>
        CommandLineTests.RunAsync($"explain {captured.At(file)} --out {output} --dtype float32 {options}");
}
