using System.Text.Json;

namespace EvalAwareness.Cli.Tests.Machine;

/// <summary>What doctor says of the shipped organism, and of copies in which exactly one thing is broken.</summary>
public sealed class DoctorTests
{
    private const string Sidecar = "nla_meta.yaml";

    [Fact]
    public async Task The_shipped_organism_is_found_sound_and_its_words_are_tried()
    {
        var (exitCode, findings) = await ExamineAsync(OrganismCopy.PathOf("target"), OrganismCopy.PathOf("av"), OrganismCopy.PathOf("ar"));

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.All(findings, finding => Assert.Equal("good", finding.Health));
        Assert.Contains(findings, finding => finding is { Subject: "closing tags" } && finding.Detail.Contains("of 8 explanations close", StringComparison.Ordinal));
        // Float32: 3 blocks of 4 and the embedding of the target, the whole verbalizer, the whole reconstructor with its head.
        Assert.Contains(findings, finding => finding.Detail == "belong together; 3 of the target's 4 blocks are read; 0.04 GB of weights in all");
        // The built-in conversation is none the organism was trained for, and no figure is expected of it.
        Assert.Contains(findings, finding => finding is { Subject: "fidelity" } && finding.Detail.Contains("not judged: the pair was trained on other text", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        { "av", "sidecar", "kind: nla_model", "kind: something", "kind is 'something'; expected nla_model" },
        { "av", "sidecar", "injection_scale: 7.66539967", "injection_scale: null", "extraction.injection_scale is missing" },
        { "av", "sidecar", "role: av", "role: av\ninjection_mode: multiply", "injection_mode is 'multiply'; expected replace or add" },
        { "av", "weights", "role: av", "role: av\ninjection_mode: add\ninjection_layer: 3", "injection_layer is 3; legal is 0 to 2" },
        { "av", "marker", "injection_token_id: 257", "injection_token_id: 258", "is token 257 for this tokenizer, the sidecar says 258" },
        { "av", "marker", "injection_left_neighbor_id: 27", "injection_left_neighbor_id: 29", "the left neighbour of the marker is token 27, the sidecar says 29" },
        { "av", "marker", "injection_right_neighbor_id: 29", "injection_right_neighbor_id: 522", "the right neighbour of the marker is token 29, the sidecar says 522" },
        { "av", "marker", "<{injection_char}>", "<{injection_char}> ㈎", "stands 2 times in the prompt" },
        { "av", "weights", "d_model: 256", "d_model: 128", "d_model is 128, but config.json has hidden_size 256" },
        { "ar", "sidecar", "mse_scale: 16", "mse_scale: null", "extraction.mse_scale is null" },
        { "ar", "prompt", "critic_suffix_ids: [368, 29]", "critic_suffix_ids: [29, 368]", "critic_suffix_ids says [29, 368]" },
        { "ar", "blocks, head and weights", "extraction_layer_index: 2", "extraction_layer_index: 1", "config.json: num_hidden_layers is 3; a reconstructor of layer 1 has 2 blocks" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_one_line_of_its_own(string half, string subject, string from, string to, string problem)
    {
        using var copy = new OrganismCopy(half);
        copy.Edit(Sidecar, from, to);
        var (exitCode, findings) = await ExamineAsync(copy.Path);

        Assert.Equal(ExitCode.Refused, exitCode);
        var named = Assert.Single(findings, finding => finding.Subject == $"{copy.Path}: {subject}");
        Assert.Equal("wrong", named.Health);
        Assert.Contains(problem, named.Detail);
    }

    [Theory]
    [InlineData("add:1", ExitCode.Done, "injection by adding to the output of block 1")]
    [InlineData("replace", ExitCode.Done, "injection at norm 7.6654")]
    [InlineData("add", ExitCode.Refused, "injection_layer is missing")]
    public async Task A_verbalizer_is_looked_at_with_the_injection_that_is_asked_for(string injection, int expected, string detail)
    {
        var (exitCode, findings) = await ExamineAsync(OrganismCopy.PathOf("av"), "--injection", injection);

        Assert.Equal(expected, exitCode);
        Assert.Contains(findings, finding => finding.Subject.EndsWith(": sidecar", StringComparison.Ordinal) && finding.Detail.Contains(detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gpu_without_a_LibTorch_that_knows_it_is_one_line()
    {
        Assert.SkipWhen(Torch.LibTorch.CudaProblem is null, "this LibTorch knows CUDA");
        var (exitCode, findings) = await ExamineAsync(OrganismCopy.PathOf("av"), "--device", "cuda:3");

        Assert.Equal(ExitCode.Refused, exitCode);
        var wrong = Assert.Single(findings, finding => finding.Health == "wrong");
        Assert.Equal("device", wrong.Subject);
        Assert.StartsWith("device: cuda:3 needs a LibTorch with CUDA, and there is no libtorch_cuda.so in ", wrong.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoints_are_tried_together_only_when_each_is_sound()
    {
        using var broken = new OrganismCopy("ar");
        broken.Edit("config.json", "\"num_hidden_layers\": 3", "\"num_hidden_layers\": 2");
        broken.Edit(Sidecar, "extraction_layer_index: 2", "extraction_layer_index: 1");
        var (exitCode, findings) = await ExamineAsync(OrganismCopy.PathOf("target"), OrganismCopy.PathOf("av"), broken.Path);

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains(findings, finding => finding.Health == "wrong" && finding.Detail.Contains("left-over tensor model.layers.2.", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Subject == "closing tags");
    }

    private static async Task<(int ExitCode, List<(string Subject, string Health, string Detail)> Findings)> ExamineAsync(params string[] folders)
    {
        var (exitCode, output, _) = await CommandLineTests.RunAsync($"doctor {string.Join(' ', folders)} --dtype float32 --json");
        return (exitCode, [.. JsonDocument.Parse(output).RootElement.EnumerateArray().Select(finding => (
            finding.GetProperty("subject").GetString()!, finding.GetProperty("health").GetString()!, finding.GetProperty("detail").GetString()!))]);
    }
}
