using EvalAwareness.Core;
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

    [Theory]
    [InlineData("{\"eos_token_id\": 600}", "eos_token_id names 600; expected an id from 0 to 599, the last of the vocabulary")]
    [InlineData("{\"eos_token_id\": [1, -1]}", "eos_token_id names -1; expected an id from 0 to 599, the last of the vocabulary")]
    [InlineData("{\"eos_token_id\": [1, \"2\"]}", "eos_token_id holds \"2\"; expected an integer or a list of them")]
    [InlineData("{\"eos_token_id\": 1.5}", "eos_token_id holds 1.5; expected an integer or a list of them")]
    [InlineData("{\"eos_token_id\": {}}", "eos_token_id is an object; expected an integer or a list of them")]
    [InlineData("{\"\\ud83d\": 1}", "the name at byte 1 is not valid Unicode")]
    public void What_can_never_be_written_ends_no_response(string generation, string problem)
    {
        var path = Path.Combine(_folder, "generation_config.json");
        File.WriteAllText(path, generation);
        Assert.Equal($"{path}: {problem}.", Assert.Throws<RefusedException>(() => StopTokens.Read(_folder, vocabularySize: 600)).Message);
    }
}
