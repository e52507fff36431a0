using System.Text.Json;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>The file that capture leaves, read by a tool that did not write it.</summary>
public sealed class CaptureTests(CapturedFile captured) : IClassFixture<CapturedFile>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Target => OrganismCopy.PathOf("target");

    [Fact]
    public async Task There_is_a_row_for_every_token_under_the_names_of_other_tools()
    {
        var tokens = (await TokenizeAsync()).Tokens;

        Assert.Equal(Enumerable.Range(0, tokens.Count), DuckDb.Column<int>($"select position from '{captured.File}'"));
        Assert.Equal(tokens.Select(token => token.TokenId), DuckDb.Column<int>($"select token_id from '{captured.File}'"));
        Assert.Equal(tokens.Select(token => token.Text), DuckDb.Column<string>($"select token from '{captured.File}'"));
        Assert.Equal("FLOAT[]", DuckDb.Value<string>($"select typeof(activation_vector) from '{captured.File}' limit 1"));
        // Tokens up to and with the row's own; the norm is that of the vector as it stands there.
        Assert.Equal(0L, DuckDb.Value<long>($"""
            select count(*) from '{captured.File}' where n_raw_tokens <> position + 1 or activation_layer <> 2 or doc_id <> transcript_id
            or len(activation_vector) <> 256 or abs(l2_norm - sqrt(list_sum(list_transform(activation_vector, lambda x: x::double * x)))) > 1e-6
            """));
        Assert.True(DuckDb.Value<double>($"select stddev(l2_norm) from '{captured.File}'") > 0.1, "activations are not normalised");
    }

    [Fact]
    public void The_sidecar_describes_the_rows()
    {
        var lines = File.ReadAllLines($"{captured.File}.nla_meta.yaml");

        Assert.Equal(["kind: nla_dataset", "schema_version: 1"], lines[..2]);
        string[] facts =
        [
            "stage: base", "  layer_index: 2", "  norm: none", "  base_model: \"target\"", "  d_model: 256",
            $"row_count: {DuckDb.Value<long>($"select count(*) from '{captured.File}'")}",
        ];
        Assert.All(facts, fact => Assert.Contains(fact, lines));
    }

    /// <summary>That a target of layer K holds the output of block K is held against a plain computation in the engine's own tests.</summary>
    [Fact]
    public async Task Layer_K_is_the_output_of_block_K_and_of_no_other()
    {
        var file = DuckDb.Column<List<float>>($"select activation_vector from '{captured.File}'").SelectMany(vector => vector!).ToList();

        Assert.Equal(await CaptureAsync(CapturedFile.Layer), file);
        Assert.NotEqual(await CaptureAsync(CapturedFile.Layer - 1), file);
        Assert.NotEqual(await CaptureAsync(CapturedFile.Layer + 1), file);
    }

    [Fact]
    public async Task A_plain_text_is_taken_as_it_is_with_the_tokenizers_bos_in_front()
    {
        using var target = new OrganismCopy("target");
        target.Edit("tokenizer_config.json", "\"add_bos_token\": false", "\"add_bos_token\": true");
        target.Edit("tokenizer_config.json", "\"bos_token\": null", "\"bos_token\": \"<|im_start|>\"");
        const string Text = "A truck, a ship <|im_end|> and no template.\n";
        await File.WriteAllTextAsync(captured.At("plain.txt"), Text, Stop);
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"capture {target.Path} {captured.At("plain.txt")} --text --layer 0 --dtype float32 --out {captured.At("plain.parquet")}");
        Assert.True(exitCode == 0, error);

        var tokenizer = HuggingFaceTokenizer.Load(Target);
        var rows = DuckDb.Query($"select token_id, token, doc_id from '{captured.At("plain.parquet")}'");
        Assert.Equal(tokenizer.EncodeIds("<|im_start|>").Single(), rows[0][0]);
        Assert.Equal(Text, string.Concat(rows.Skip(1).Select(row => row[1])));
        Assert.All(rows, row => Assert.Equal("plain", row[2]));
        // Whoever wrote the text cannot write a special token.
        Assert.DoesNotContain(tokenizer.EncodeIds("<|im_end|>").Single(), rows.Select(row => (int)row[0]!));
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_out_with_its_reason()
    {
        var files = captured.At("mixed.jsonl");
        await File.WriteAllLinesAsync(files, [await File.ReadAllTextAsync(captured.Transcripts, Stop), "not JSON", """{"id": "mute", "messages": []}"""], Stop);
        var (exitCode, output, _) = await CommandLineTests.RunAsync($"capture {Target} {files} --layer 0 --out {captured.At("mixed.parquet")} --json");

        Assert.Equal(ExitCode.Quarantined, exitCode);
        var skipped = JsonDocument.Parse(output).RootElement.GetProperty("skipped");
        Assert.Equal(["mixed.jsonl:2", "mixed.jsonl:3"], skipped.EnumerateArray().Select(item => item.GetProperty("source").GetString()));
        Assert.Contains("not JSON", skipped[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_text_longer_than_the_models_context_is_left_out()
    {
        await File.WriteAllTextAsync(captured.At("long.txt"), string.Concat(Enumerable.Repeat("one two three ", 3000)), Stop);
        var (exitCode, _, error) = await CommandLineTests.RunAsync($"capture {Target} {captured.At("long.txt")} --text --layer 0 --out {captured.At("long.parquet")}");

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("too long", error);
        Assert.Contains("reads at most 8192", error);
        Assert.False(File.Exists(captured.At("long.parquet")));
    }

    [Fact]
    public async Task The_layer_may_stand_in_a_sidecar_beside_the_weights()
    {
        using var target = new OrganismCopy("target");
        await File.WriteAllTextAsync(Path.Combine(target.Path, "nla_meta.yaml"), "kind: nla_model\nextraction_layer_index: 1\n", Stop);
        var (exitCode, output, error) = await CommandLineTests.RunAsync($"capture {target.Path} {captured.Transcripts} --out {captured.At("sidecar.parquet")} --json");

        Assert.True(exitCode == 0, error);
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("layer").GetInt32());
    }

    [Theory]
    [InlineData("", "--layer: name the block K whose output is read")]
    [InlineData("--layer 4", "--layer: there is no block 4; ")]
    [InlineData("--layer -1", "--layer: there is no block -1; ")]
    [InlineData("--layer 2 --dtype int8", "dtype 'int8' is unknown")]
    public async Task What_cannot_be_meant_is_refused(string options, string problem)
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"capture {Target} {captured.Transcripts} --out {captured.At("refused.parquet")} {options}".TrimEnd());

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains(problem, error);
    }

    [Fact]
    public async Task A_file_that_is_read_is_never_written()
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync($"capture {Target} {captured.Transcripts} --layer 2 --out {captured.Transcripts}");

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("is read and cannot be written", error);
    }

    private async Task<Core.Transcripts.TokenizedTranscript> TokenizeAsync()
    {
        var datasets = await DatasetCatalog.OpenAsync(LooseSources.Of([captured.Transcripts]), Stop);
        var item = await TranscriptFiles.ReadAsync(datasets, Stop).SingleAsync(Stop);
        return TranscriptTokenizer.Load(Target).Tokenize(item.Transcript!);
    }

    private async Task<List<float>> CaptureAsync(int layer)
    {
        using var target = TargetModel.Load(Checkpoint.Open(Target), layer, ComputeOptions.Parse("cpu", "float32"), null);
        var tokens = (await TokenizeAsync()).Tokens;
        var request = new CaptureRequest("t", [.. tokens.Select(token => token.TokenId)], [.. Enumerable.Range(0, tokens.Count)]);
        return [.. target.Capture([request], Stop).Single().SelectMany(activation => activation.Vector)];
    }
}
