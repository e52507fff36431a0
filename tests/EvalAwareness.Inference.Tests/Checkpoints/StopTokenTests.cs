using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Tests.Checkpoints;

public sealed class StopTokenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stop").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{\"eos_token_id\": [1, 106]}", "{\"eos_token_id\": 1}", 1, 106)]
    [InlineData("{\"eos_token_id\": 151645}", "{}", 151645)]
    [InlineData("{\"do_sample\": true}", "{\"eos_token_id\": [1, 106]}", 1, 106)]
    [InlineData(null, "{\"eos_token_id\": [128001, 128008, 128009]}", 128001, 128008, 128009)]
    public void All_that_are_declared_end_a_response_and_the_generation_file_goes_first(string? generation, string configuration, params int[] expected)
    {
        if (generation is not null)
            File.WriteAllText(Path.Combine(_folder, "generation_config.json"), generation);
        File.WriteAllText(Path.Combine(_folder, "config.json"), configuration);

        Assert.Equal(expected, StopTokens.Read(_folder).Order());
    }
}
