namespace EvalAwareness.Reading.Tests.Formats.Inspect;

/// <summary>Logs, put together from their parts.</summary>
internal static class Logs
{
    public const string Eval =
        """{"eval_id":"E1","run_id":"R1","task":"t","task_id":"T1","model":"lab/m-1","dataset":{"samples":9,"sample_ids":[1]},"config":{"epochs":1},"packages":{}}""";

    public static string Json(params IEnumerable<string> samples) => Json("success", samples);

    public static string Json(string status, IEnumerable<string> samples) =>
        $$"""
        {
          "version": 2,
          "status": "{{status}}",
          "eval": {{Eval}},
          "plan": {"steps": [{"solver": "generate"}]},
          "results": {"total_samples": 2, "scores": [{"metrics": {"accuracy": {"value": NaN}, "worst": {"value": -Infinity} } } ] },
          "samples": [{{string.Join(",\n", samples)}}],
          "reductions": []
        }
        """;

    /// <summary>A sample of an id; <paramref name="more"/> members stand behind its messages.</summary>
    public static string Sample(int id, string messages, string more = "") =>
        $$"""{"id":{{id}},"epoch":1,"input":"q","target":"","messages":[{{messages}}],"scores":{"s":{"value":NaN} } {{more}} }""";

    public static string User(string text) => $$"""{"role":"user","source":"input","content":"{{text}}"}""";

    public static string Assistant(string text) => $$"""{"role":"assistant","source":"generate","model":"m-1","content":"{{text}}"}""";

    public static string Dialogue(string answer) => $"{User("q")},{Assistant(answer)}";
}
